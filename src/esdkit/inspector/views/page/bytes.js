// The bytes: offset, hexadecimal, text. Only the rows that are seen (and some around them) are in the document.
//
// A browser cannot scroll over more than some ten million pixels, so beyond that the scroll bar is coarser than the rows: `scale` rows'
// pixels are one of the bar's, and the wheel is turned down accordingly.
"use strict";

const MOST_PIXELS = 8_000_000;
const AROUND = 12; // rows above and below
const PRINTED = 4096; // rows on paper

class ByteView {
  #box = document.getElementById("hex");
  #spacer = document.getElementById("spacer");
  #rows = document.getElementById("rows");
  #cells = new Map(); // row number to its element
  #perRow = 16;
  #rowHeight = 20;
  #marks = { hover: null, chosen: null, found: null, cursor: -1 };
  #digits = Math.max(4, facts.length.toString(16).length);
  #printing = false;

  // hover(offset or -1), pick(offset): what the pointer or the cursor is on.
  constructor({ hover, pick, move }) {
    const offsetOf = (event) => {
      const at = event.target.dataset === undefined ? undefined : event.target.dataset.at;
      return at === undefined ? -1 : Number(at);
    };
    this.#box.addEventListener("scroll", () => this.#draw());
    this.#box.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    this.#rows.addEventListener("pointerover", (event) => hover(offsetOf(event)));
    this.#rows.addEventListener("pointerleave", () => hover(-1));
    this.#rows.addEventListener("click", (event) => { if (offsetOf(event) >= 0) pick(offsetOf(event)); });
    this.#box.addEventListener("keydown", (event) => this.#key(event, move, pick));
    new ResizeObserver(() => this.#measure()).observe(this.#box);
    window.addEventListener("beforeprint", () => this.#print(true));
    window.addEventListener("afterprint", () => this.#print(false));
    this.#box.style.setProperty("--digits", this.#digits);
    this.#measure();
  }

  get cursor() {
    return this.#marks.cursor;
  }

  // marks: any of hover, chosen, found (nodes or {start, end} or null) and cursor (an offset or -1).
  mark(marks) {
    Object.assign(this.#marks, marks);
    for (const row of this.#cells.values()) this.#paint(row);
  }

  // Bring bytes into view, unless they are.
  show(start, end = start + 1) {
    const height = this.#box.clientHeight;
    const first = Math.floor(start / this.#perRow) * this.#rowHeight;
    const last = (Math.floor(Math.max(start, end - 1) / this.#perRow) + 1) * this.#rowHeight;
    const top = this.#box.scrollTop * this.#scale;
    if (first >= top && Math.min(last, first + height) <= top + height) return;
    const target = last - first > height / 2 ? first - 2 * this.#rowHeight : (first + last - height) / 2;
    this.#box.scrollTop = Math.max(0, target) / this.#scale;
    this.#draw();
  }

  get #count() {
    return Math.ceil(bytes.length / this.#perRow);
  }

  get #scale() {
    const all = this.#count * this.#rowHeight;
    const room = this.#box.clientHeight;
    return all <= MOST_PIXELS ? 1 : (all - room) / (MOST_PIXELS - room);
  }

  #measure() {
    const probe = document.createElement("span");
    probe.className = "probe";
    probe.textContent = "0".repeat(100);
    this.#rows.append(probe);
    const letter = probe.getBoundingClientRect().width / 100;
    this.#rowHeight = probe.getBoundingClientRect().height;
    probe.remove();
    const top = this.#box.scrollTop * this.#scale / this.#rowHeight * this.#perRow;
    const needed = (this.#digits + 2 + 16 * 3 + 3 + 16) * letter + 24;
    const perRow = this.#box.clientWidth >= needed ? 16 : 8;
    if (perRow !== this.#perRow) this.#forget();
    this.#perRow = perRow;
    this.#spacer.style.height = `${Math.min(this.#count * this.#rowHeight, MOST_PIXELS)}px`;
    if (this.#cells.size === 0) this.#box.scrollTop = top / perRow * this.#rowHeight / this.#scale;
    this.#draw();
  }

  #forget() {
    this.#cells.clear();
    this.#rows.replaceChildren();
  }

  #draw() {
    if (this.#printing) return;
    const top = this.#box.scrollTop * this.#scale;
    const first = Math.max(0, Math.floor(top / this.#rowHeight) - AROUND);
    const last = Math.min(this.#count, Math.ceil((top + this.#box.clientHeight) / this.#rowHeight) + AROUND);
    for (const [number, row] of this.#cells) {
      if (number < first || number >= last) {
        row.remove();
        this.#cells.delete(number);
      }
    }
    this.#fill(first, last);
    this.#rows.style.transform = `translateY(${this.#box.scrollTop - (top - first * this.#rowHeight)}px)`;
  }

  // Rows [first, last) in their order; those that are there already are kept.
  #fill(first, last) {
    let before = this.#rows.firstChild;
    for (let number = first; number < last; number += 1) {
      const known = this.#cells.get(number);
      if (known !== undefined) {
        before = known.nextSibling;
        continue;
      }
      const row = this.#makeRow(number);
      this.#cells.set(number, row);
      this.#rows.insertBefore(row, before);
      this.#paint(row);
    }
  }

  #makeRow(number) {
    const start = number * this.#perRow;
    const end = Math.min(start + this.#perRow, bytes.length);
    const row = document.createElement("div");
    const hex = document.createElement("span");
    const text = document.createElement("span");
    row.className = "hexrow";
    hex.className = "hexes";
    text.className = "texts";
    const wrong = problems.filter((problem) => problem.start < end && start < problem.end);
    let node = null;
    let looks = "";
    for (let at = start; at < end; at += 1) {
      if (node === null || at >= node.end || node.isGroup) {
        node = locate(at);
        looks = `part-${partOf(node)}${node.order % 2 === 1 ? " odd" : ""}`;
      }
      const byte = bytes[at];
      const own = wrong.some((problem) => problem.start <= at && at < problem.end) ? `${looks} bad` : looks;
      hex.append(cell(at, own, HEX[byte]));
      text.append(cell(at, own, byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "\u00b7"));
    }
    const offset = document.createElement("span");
    offset.className = "offset";
    offset.textContent = start.toString(16).padStart(this.#digits, "0");
    row.append(offset, hex, text);
    row.classList.toggle("short", this.#perRow === 8);
    return row;
  }

  #paint(row) {
    const { hover, chosen, found, cursor } = this.#marks;
    const has = (range, at) => range !== null && range.start <= at && at < range.end;
    const beside = (range, at) => range !== null && range.start === range.end && (range.start === at || (range.start === at + 1 && at + 1 === bytes.length));
    for (const column of [row.children[1], row.children[2]]) {
      for (const one of column.children) {
        const at = one.at;
        let looks = one.looks;
        if (has(chosen, at)) looks += " chosen";
        if (has(found, at)) looks += " found";
        if (has(hover, at)) looks += " lit";
        if (beside(chosen, at) || beside(hover, at)) looks += " edge";
        if (at === cursor) looks += " cursor";
        if (one.className !== looks) one.className = looks;
      }
    }
  }

  #wheel(event) {
    if (this.#scale <= 1 || event.ctrlKey) return;
    event.preventDefault();
    const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * this.#rowHeight;
    const step = pixels / this.#scale;
    this.#box.scrollTop += Math.sign(step) * Math.max(1, Math.abs(step));
  }

  #key(event, move, pick) {
    if (event.ctrlKey || event.metaKey || event.altKey || bytes.length === 0) return;
    const page = Math.max(1, Math.floor(this.#box.clientHeight / this.#rowHeight) - 1) * this.#perRow;
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -this.#perRow, ArrowDown: this.#perRow, PageUp: -page, PageDown: page };
    const at = this.#marks.cursor;
    if (event.key === "Enter" && at >= 0) pick(at);
    else if (event.key === "Home") move(0);
    else if (event.key === "End") move(bytes.length - 1);
    else if (event.key in steps) move(at < 0 ? 0 : Math.min(bytes.length - 1, Math.max(0, at + steps[event.key])));
    else return;
    event.preventDefault();
  }

  #print(begins) {
    this.#printing = begins;
    this.#forget();
    if (begins) {
      this.#rows.style.transform = "none";
      this.#fill(0, Math.min(this.#count, PRINTED));
      const left = Math.max(0, bytes.length - PRINTED * this.#perRow);
      document.getElementById("unprinted").textContent = left > 0 ? `${count(left, "byte")} more are not printed.` : "";
    } else {
      this.#measure();
    }
  }
}

function cell(at, looks, text) {
  const one = document.createElement("span");
  one.at = at;
  one.looks = looks;
  one.className = looks;
  one.dataset.at = at;
  one.textContent = text;
  return one;
}
