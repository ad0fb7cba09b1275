// Puts the page together: the top, the details of the chosen field, the search, the keys. What the pointer is on is lit in tree and bytes;
// what is chosen stays marked and is brought into view.
"use strict";

const byId = (id) => document.getElementById(id);
const chosen = { node: null, found: [], at: -1 };

const view = new ByteView({ hover: hoverByte, pick: pickByte, move: moveCursor });
const tree = new TreeView({ hover: light, choose: (node) => choose(node) });

function hoverByte(offset) {
  light(offset < 0 ? null : locate(offset), offset);
}

function pickByte(offset) {
  view.mark({ cursor: offset });
  choose(locate(offset), { start: offset, end: offset + 1, quiet: true });
}

function moveCursor(offset) {
  view.show(offset);
  view.mark({ cursor: offset });
  light(locate(offset), offset);
}

// Light a node (null: none); offset: the byte that led to it.
function light(node, offset = -1) {
  tree.light(node);
  view.mark({ hover: node });
  const shown = node ?? chosen.node;
  byId("where").textContent = shown === null ? "" : describePlace(shown, offset);
}

function describePlace(node, offset) {
  const place = offset < 0 ? `${hexOffset(node.start)}, ${count(node.size, "byte")}` : `${hexOffset(offset)}, byte ${offset - node.start + 1} of ${node.size}`;
  return `${node.path || "message"} \u00b7 ${place}`;
}

// Choose a node; range: the bytes that were searched or clicked, where they are not the node's.
function choose(node, range = null) {
  if (node === root) return;
  chosen.node = node;
  showDetails(node); // first, as it may take room from the tree
  tree.show(node);
  const searched = range !== null && !range.quiet && (range.start !== node.start || range.end !== node.end);
  view.mark({ chosen: node, found: searched ? range : null });
  if (range === null || !range.quiet) view.show(range === null ? node.start : range.start, range === null ? node.end : range.end);
  light(null);
}

// ------------------------------------------------------------------ details
// Terms with their texts; each entry is [term, text, class of the text]. Without a text there is no entry.
function terms(entries) {
  const list = document.createElement("dl");
  for (const [term, text, name = ""] of entries) {
    if (text === "") continue;
    const entry = document.createElement("dt");
    const value = document.createElement("dd");
    entry.textContent = term;
    value.textContent = text;
    value.className = name;
    list.append(entry, value);
  }
  return list;
}

function showOverview() {
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = "Point at a field or at a byte, or choose one: what it means is shown here.";
  byId("details").replaceChildren(terms(facts.overview), hint);
}

function showDetails(node) {
  const path = span("path", node.path);
  const buttons = document.createElement("p");
  buttons.className = "buttons";
  buttons.append(button("Copy path", () => copyPath()), button("hex", () => copyHex()), button("base64", () => copyBase64()));
  const isNumber = node.row !== null && node.row.type !== "bytes";
  const end = node.size > 1 ? ` to ${hexOffset(node.end - 1)}` : "";
  const list = terms([
    ["value", node.value, "value"],
    ["bytes", `${preview(node)}${isNumber ? `  (${node.row.type}, big-endian)` : ""}`, "mono"],
    ["place", `${hexOffset(node.start)}${end}, ${count(node.size, "byte")}`, "mono"],
    ...(node.row === null ? [] : [
      ["meaning", node.row.doc],
      ["unit", node.row.unit],
      ["field", node.row.id, "mono"],
      ["rules", node.row.requirements.join(", "), "mono"],
    ]),
  ]);
  const heading = document.createElement("h2");
  heading.textContent = node.row === null ? node.path.slice(node.path.lastIndexOf(".") + 1) : node.row.name;
  const wrong = problemsIn(node).filter((problem) => problem.node === node).map(describeProblem);
  byId("details").replaceChildren(heading, path, buttons, ...wrong, list);
}

function preview(node) {
  if (node.size === 0) return "none";
  const most = 48;
  const shown = bytes.subarray(node.start, Math.min(node.end, node.start + most));
  if (shown.length === 0) return "not in this page";
  return toHex(shown, " ") + (node.size > shown.length ? ` \u2026 (${count(node.size, "byte")})` : "");
}

function describeProblem(problem) {
  const box = document.createElement("div");
  box.className = "problem";
  const place = [problem.path, problem.offset === null ? null : `offset ${hexOffset(problem.offset)}`].filter((each) => each !== null);
  box.append(span("code", problem.code), span("place", place.length > 0 ? ` at ${place.join(", ")}` : ""), span("message", problem.message));
  if (problem.hint) box.append(span("hint", problem.hint));
  if (problem.requirements.length > 0) box.append(span("hint", problem.requirements.join(", ")));
  return box;
}

function button(text, action) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  if (action !== null) element.addEventListener("click", action);
  return element;
}

// --------------------------------------------------------------------- copy
function copyPath() {
  if (chosen.node !== null) copy(chosen.node.path, "path");
}

function copyHex() {
  copyBytes(toHex, "hex");
}

function copyBase64() {
  copyBytes(toBase64, "base64");
}

function copyBytes(encode, what) {
  if (chosen.node === null) return;
  const { start, end } = chosen.node;
  if (end > bytes.length) say("its bytes are not all in this page");
  else copy(encode(bytes.subarray(start, end)), what);
}

// A frame in another page, and an old browser, have no clipboard but the command.
async function copy(text, what) {
  const done = (window.parent === window && await copyByClipboard(text)) || copyByCommand(text);
  say(done ? `copied ${what}` : "this browser does not let a page copy");
}

async function copyByClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copyByCommand(text) {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "away";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return done;
}

function say(text) {
  byId("said").textContent = text;
}

// ------------------------------------------------------------------- search
let searched = null;

function find(step) {
  const query = byId("query").value;
  if (query !== searched) {
    searched = query;
    chosen.found = search(query);
    chosen.at = step > 0 ? -1 : 0;
  }
  const number = chosen.found.length;
  if (number === 0) {
    say(query.trim() === "" ? "" : "nothing found");
    return;
  }
  chosen.at = (chosen.at + step + number) % number;
  const { node, start, end } = chosen.found[chosen.at];
  choose(node, { start, end });
  say(`${chosen.at + 1} of ${number}${number === MOST_FOUND ? " or more" : ""}`);
}

function clear() {
  byId("query").value = "";
  searched = null;
  Object.assign(chosen, { node: null, found: [], at: -1 });
  tree.unchoose();
  view.mark({ chosen: null, found: null, cursor: -1 });
  showOverview();
  light(null);
  say("");
  tree.focus();
}

byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  find(1);
});
byId("previous").addEventListener("click", () => find(-1));
byId("query").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.shiftKey) return;
  event.preventDefault();
  find(-1);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    clear();
    return;
  }
  if (event.target instanceof HTMLInputElement) return;
  const actions = { "/": () => byId("query").select(), c: copyPath, x: copyHex, b: copyBase64 };
  const action = Object.hasOwn(actions, event.key) ? actions[event.key] : null;
  if (action === null) return;
  event.preventDefault();
  action();
});
byId("tree").addEventListener("focusin", () => { if (chosen.node === null && tree.current !== null) light(tree.current); });

// ------------------------------------------------------------------ the top
function showTop() {
  document.title = facts.name === "" ? "esdkit: message" : `esdkit: ${facts.name}`;
  byId("name").textContent = facts.name === "" ? "Message" : facts.name;
  byId("kind").textContent = facts.kind;
  byId("suite").textContent = facts.suite;
  const number = facts.problem_count;
  const marks = [["warning", "UNVERIFIED", "read without a key: this is what the bytes claim"],
    [facts.signature.role, `${facts.signature.state === "unsigned" ? "" : "signature: "}${facts.signature.means}`, facts.signature.state],
    number === 0 ? ["good", "no problems that show without a key", ""] : ["bad", count(number, "problem"), ""]];
  byId("badges").append(...marks.map(([role, text, title]) => {
    const badge = span(`badge ${role}`, text);
    badge.title = title;
    return badge;
  }));
  showProblems(number);
  showMap();
  if (facts.length === 0) byId("rest").textContent = "There are no bytes.";
  if (bytes.length < facts.length) {
    byId("rest").textContent = `The first ${count(bytes.length, "byte")} of ${facts.length} are in this page. ${facts.remedy}`;
  }
}

function showProblems(number) {
  const list = document.createElement("ul");
  list.append(...problems.map((problem) => {
    const entry = document.createElement("li");
    const go = button("", () => choose(problem.node, problem));
    go.append(...describeProblem(problem).querySelectorAll(".code, .place, .message"));
    go.className = "problem";
    entry.append(go);
    return entry;
  }));
  if (number > problems.length) {
    const entry = document.createElement("li");
    entry.textContent = `\u2026 ${number - problems.length} more`;
    list.append(entry);
  }
  if (number > 0) byId("problems").append(list);
}

// The message as a bar: how its bytes divide.
function showMap() {
  const parts = root.kids.flatMap((part) => (part.path === "header" ? part.kids : [part])).filter((part) => part.size > 0);
  let before = null;
  for (const part of parts) {
    if (before !== null && before.className === `part-${partOf(part)}`) {
      before.size += part.size;
      before.node = part.parent;
      continue;
    }
    before = button("", null);
    before.tabIndex = -1;
    before.className = `part-${partOf(part)}`;
    before.node = part;
    before.size = part.size;
    byId("map").append(before);
  }
  for (const piece of byId("map").children) {
    piece.style.flexGrow = piece.size;
    piece.title = `${piece.node.path}: ${count(piece.size, "byte")}`;
    piece.addEventListener("click", () => choose(piece.node));
    piece.addEventListener("pointerenter", () => light(piece.node));
    piece.addEventListener("pointerleave", () => light(null));
  }
}

// -------------------------------------------------------------------- theme
const dark = matchMedia("(prefers-color-scheme: dark)");

byId("theme").addEventListener("click", () => {
  const theme = document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light");
  document.documentElement.dataset.theme = theme === "dark" ? "light" : "dark";
});

function begin() {
  if (problems.length > 0 && chosen.node === null) choose(problems[0].node, problems[0]);
}

showTop();
showOverview();
// A frame gets its size late, and nothing can be brought into view before.
const sized = new ResizeObserver(() => {
  if (byId("hex").clientHeight === 0) return;
  sized.disconnect();
  begin();
});
sized.observe(byId("hex"));
