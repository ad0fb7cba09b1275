// The message as the page knows it: bytes, nodes, problems.
//
// A node is a group or a field. Its kids are made when first asked for: regular frames stand in the page as one run (start, step, count and
// the fields of one frame), so that a message of a million frames costs what is looked at. Lists of more than a hundred items are shown in
// groups of a hundred, and groups of those. All texts are data: they reach the document as text content and in no other way.
"use strict";

const facts = JSON.parse(document.getElementById("facts").textContent);
const bytes = fromBase64(document.getElementById("message").textContent);
const GROUP = 100;

function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const characters = atob(text);
  const data = new Uint8Array(characters.length);
  for (let i = 0; i < data.length; i += 1) data[i] = characters.charCodeAt(i);
  return data;
}

function toBase64(data) {
  const step = 0x8000; // arguments of one call
  let text = "";
  for (let i = 0; i < data.length; i += step) text += String.fromCharCode(...data.subarray(i, i + step));
  return btoa(text);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function toHex(data, between = "") {
  let text = "";
  for (const byte of data) text += (text === "" ? "" : between) + HEX[byte];
  return text;
}

function hexOffset(offset) {
  return `0x${offset.toString(16)}`;
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

class TreeNode {
  #make;
  #kids = null;
  #value;

  // place: [start, end]; make: gives the kids, null where there are none; range: first and last index of the items of a part of a list;
  // prefix: what the kids' paths begin with, of a part of a list that of the list.
  constructor({ parent, name, place, row = null, value = "", make = null, prefix = null, range = null }) {
    this.parent = parent;
    this.name = name;
    [this.start, this.end] = place;
    this.row = row;
    const before = parent === null ? "" : parent.prefix;
    this.path = before === "" || name.startsWith("[") ? before + name : `${before}.${name}`;
    this.prefix = prefix ?? this.path;
    this.range = range;
    this.order = 0;
    this.#make = make;
    this.#value = value;
  }

  get isGroup() {
    return this.#make !== null;
  }

  get kids() {
    if (this.#kids === null) {
      this.#kids = this.#make === null ? [] : this.#make(this);
      this.#kids.forEach((kid, order) => { kid.order = order; });
    }
    return this.#kids;
  }

  get value() {
    if (typeof this.#value === "function") this.#value = this.#value();
    return this.#value;
  }

  get size() {
    return this.end - this.start;
  }

  // The nodes from the outermost to this one.
  get line() {
    return this.parent === null ? [] : [...this.parent.line, this];
  }

  // Whether a path lies in this group; of a part of a list, by the index.
  holds(path) {
    if (this.range === null) return this.isGroup && (path.startsWith(`${this.path}.`) || path.startsWith(`${this.path}[`));
    if (!path.startsWith(`${this.prefix}[`)) return false;
    const index = Number.parseInt(path.slice(this.prefix.length + 1), 10);
    return this.range[0] <= index && index <= this.range[1];
  }
}

// The items [first] to [first + number - 1] of a list, in groups where they are many. startOf(number) is the end of the last.
function items(parent, first, number, startOf, make) {
  let size = 1;
  while (number > size * GROUP) size *= GROUP;
  const nodes = [];
  for (let at = first; at < first + number; at += size) {
    if (size === 1) {
      nodes.push(make(parent, at));
      continue;
    }
    const many = Math.min(size, first + number - at);
    nodes.push(new TreeNode({
      parent,
      name: `[${at}\u2026${at + many - 1}]`,
      place: [startOf(at), startOf(at + many)],
      value: count(many, "item"),
      make: (self) => items(self, at, many, startOf, make),
      prefix: parent.prefix,
      range: [at, at + many - 1],
    }));
  }
  return nodes;
}

// A node as the page's data has it: [name, start, end, row, value, kids or null], or a run of frames. What a list has more than the page
// lists is one node without kids, called [128\u2026255].
function fromFacts(parent, given) {
  if (!Array.isArray(given)) return fromRun(parent, given);
  const [name, start, end, row, value, kids] = given;
  const make = kids === null ? null : (self) => kidsOf(self, kids);
  const more = /^\[(\d+)\u2026(\d+)\]$/.exec(name);
  const ofList = more === null ? {} : { range: [Number(more[1]), Number(more[2])], prefix: parent.prefix };
  return new TreeNode({ parent, name, place: [start, end], row: row === null ? null : facts.rows[row], value, make, ...ofList });
}

function kidsOf(parent, given) {
  const listed = given.findIndex((kid) => kid[0] === "[0]");
  if (listed < 0) return given.map((kid) => fromFacts(parent, kid));
  const list = given.slice(listed).filter((kid) => /^\[\d+\]$/.test(kid[0]));
  const startOf = (index) => (index < list.length ? list[index][1] : list[list.length - 1][2]);
  return [
    ...given.slice(0, listed).map((kid) => fromFacts(parent, kid)),
    ...items(parent, 0, list.length, startOf, (self, index) => fromFacts(self, list[index])),
    ...given.slice(listed + list.length).map((kid) => fromFacts(parent, kid)),
  ];
}

function fromRun(parent, run) {
  const startOf = (index) => run.start + index * run.step;
  const frame = (self, index) => {
    const start = startOf(index);
    const value = () => run.fields.filter((each) => facts.rows[each[1]].type !== "bytes").map(([, row, offset, length]) =>
      `${facts.rows[row].name.toLowerCase()} ${valueAt(facts.rows[row], start + offset, length)}`).join(", ");
    const make = (me) => run.fields.map(([name, row, offset, length]) => new TreeNode({
      parent: me,
      name,
      place: [start + offset, start + offset + length],
      row: facts.rows[row],
      value: () => valueAt(facts.rows[row], start + offset, length),
    }));
    return new TreeNode({ parent: self, name: `[${index}]`, place: [start, start + run.step], value, make });
  };
  return new TreeNode({
    parent,
    name: run.name,
    place: [run.start, startOf(run.count)],
    value: `${count(run.count, "regular frame")}, ${count(run.step, "byte")} each`,
    make: (self) => items(self, 0, run.count, startOf, frame),
    range: [0, run.count - 1],
  });
}

function valueAt(row, start, length) {
  if (row.type === "bytes") return count(length, "byte");
  if (start + length > bytes.length) return "not in this page";
  let number = 0n;
  for (const byte of bytes.subarray(start, start + length)) number = (number << 8n) + BigInt(byte);
  return row.unit === "number" ? `${number}` : count(Number(number), row.unit.replace(/s$/, ""));
}

const root = new TreeNode({
  parent: null,
  name: "",
  place: [0, facts.length],
  make: (self) => facts.nodes.map((given) => fromFacts(self, given)),
});

// The smallest node that has the byte.
function locate(offset) {
  let node = root;
  for (;;) {
    const kid = node.kids.find((each) => each.start <= offset && offset < each.end);
    if (kid === undefined) return node;
    node = kid;
  }
}

// The node with this path, or the closest around it.
function findPath(path) {
  let node = root;
  for (;;) {
    const kid = node.kids.find((each) => each.path === path) ?? node.kids.find((each) => each.holds(path));
    if (kid === undefined || kid.path === path) return kid ?? node;
    node = kid;
  }
}

// All nodes that stand in the page's data, in the order of the bytes; of a run the run alone.
function* listed(node = root) {
  for (const kid of node.kids) {
    yield kid;
    if (kid.isGroup && kid.path !== facts.run) yield* listed(kid);
  }
}

// Which colour a node has.
const PARTS = [["header.encryption_context", "context"], ["header.encrypted_data_keys", "keys"], ["header_auth", "auth"],
  ["header", "header"], ["body", "body"], ["footer", "footer"]];

function partOf(node) {
  const part = PARTS.find(([path]) => node.path === path || node.path.startsWith(`${path}.`) || node.path.startsWith(`${path}[`));
  return part === undefined ? "rest" : part[1];
}

// Problems, each with the node that it is about and the bytes; a problem behind the last byte has none.
const problems = facts.problems.map((given) => {
  const named = given.node === null ? root : findPath(given.node);
  const node = named === root ? locate(given.offset ?? 0) : named;
  return { ...given, node, start: given.offset ?? node.start, end: given.end ?? node.end };
});

function problemsIn(node) {
  return problems.filter((problem) => problem.node === node || problem.node.line.includes(node));
}
