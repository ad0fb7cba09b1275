// The tree of fields: items are made when their group is opened. Keys and roles are those of a tree in ARIA's patterns: one item can be
// reached with Tab, arrows go from item to item.
"use strict";

class TreeView {
  #box = document.getElementById("tree");
  #items = new Map(); // node to its element
  #current = null; // the node that Tab reaches
  #lit = null;

  // hover(node or null), choose(node)
  constructor({ hover, choose }) {
    const nodeOf = (event) => event.target.closest(".line")?.parentElement.node ?? null;
    this.#box.append(...root.kids.map((kid) => this.#makeItem(kid, 1)));
    this.#box.addEventListener("pointerover", (event) => hover(nodeOf(event)));
    this.#box.addEventListener("pointerleave", () => hover(null));
    this.#box.addEventListener("click", (event) => {
      const node = nodeOf(event);
      if (node === null) return;
      if (node.isGroup && event.target.classList.contains("caret")) this.toggle(node);
      else choose(node);
    });
    this.#box.addEventListener("dblclick", (event) => {
      const node = nodeOf(event);
      if (node !== null && node.isGroup && !event.target.classList.contains("caret")) this.toggle(node);
    });
    this.#box.addEventListener("keydown", (event) => this.#key(event, choose));
    if (root.kids.length > 0) this.#reach(root.kids[0]);
    this.#openFirst();
  }

  get current() {
    return this.#current;
  }

  focus() {
    if (this.#current !== null) this.#items.get(this.#current).focus({ preventScroll: true });
  }

  // Light the node, or what of its groups is open.
  light(node) {
    if (this.#lit !== null) this.#lit.classList.remove("lit");
    this.#lit = null;
    if (node === null) return;
    const shown = node.line.filter((each) => this.#isShown(each)).pop();
    if (shown === undefined) return;
    this.#lit = this.#items.get(shown);
    this.#lit.classList.add("lit");
  }

  // Open what is around the node, choose it and bring it into view.
  show(node) {
    for (const outer of node.line.slice(0, -1)) this.open(outer);
    this.#reach(node);
    this.unchoose();
    const item = this.#items.get(node);
    item.setAttribute("aria-selected", "true");
    const line = item.firstChild.getBoundingClientRect();
    const box = this.#box.getBoundingClientRect();
    if (line.top < box.top) this.#box.scrollTop -= box.top - line.top + box.height / 3;
    if (line.bottom > box.bottom) this.#box.scrollTop += line.bottom - box.bottom + box.height / 3;
  }

  unchoose() {
    for (const item of this.#box.querySelectorAll("[aria-selected=true]")) item.setAttribute("aria-selected", "false");
  }

  open(node) {
    const item = this.#items.get(node);
    if (!node.isGroup || item.getAttribute("aria-expanded") === "true") return;
    item.setAttribute("aria-expanded", "true");
    if (item.lastChild.getAttribute("role") === "group") {
      item.lastChild.hidden = false;
      return;
    }
    const group = document.createElement("div");
    group.setAttribute("role", "group");
    group.append(...node.kids.map((kid) => this.#makeItem(kid, Number(item.getAttribute("aria-level")) + 1)));
    item.append(group);
  }

  close(node) {
    const item = this.#items.get(node);
    if (item.getAttribute("aria-expanded") !== "true") return;
    item.setAttribute("aria-expanded", "false");
    item.lastChild.hidden = true;
    if (this.#current !== node && this.#current.line.includes(node)) this.#reach(node);
  }

  toggle(node) {
    if (this.#items.get(node).getAttribute("aria-expanded") === "true") this.close(node);
    else this.open(node);
  }

  // What is open when the page opens: the parts of the message, short lists, and the way to the first problems.
  #openFirst() {
    for (const part of root.kids) {
      this.open(part);
      part.kids.filter((kid) => kid.kids.length <= 8 && kid.row === null && kid.range === null).forEach((kid) => this.open(kid));
    }
    for (const problem of problems.slice(0, 8)) problem.node.line.slice(0, -1).forEach((outer) => this.open(outer));
  }

  #makeItem(node, level) {
    const item = document.createElement("div");
    item.node = node;
    item.className = "item";
    item.tabIndex = -1;
    item.setAttribute("role", "treeitem");
    item.setAttribute("aria-level", level);
    item.setAttribute("aria-selected", "false");
    if (node.isGroup) item.setAttribute("aria-expanded", "false");
    const line = document.createElement("div");
    line.className = `line part-${partOf(node)}`;
    line.style.setProperty("--level", level - 1);
    const wrong = problemsIn(node).length > 0;
    line.append(span("caret", ""), span("name", node.name), span("value", node.value), span("at", wrong ? "\u25b2 " : "", hexOffset(node.start)));
    if (wrong) item.classList.add("wrong");
    item.append(line);
    this.#items.set(node, item);
    return item;
  }

  #isShown(node) {
    return this.#items.has(node) && node.line.slice(0, -1).every((outer) => this.#items.get(outer).getAttribute("aria-expanded") === "true");
  }

  #reach(node) {
    if (this.#current !== null) this.#items.get(this.#current).tabIndex = -1;
    this.#current = node;
    this.#items.get(node).tabIndex = 0;
  }

  // The item that is seen below (1) or above (-1) another.
  #beside(node, step) {
    const shown = [...this.#box.querySelectorAll(".item")].filter((item) => item.closest("[hidden]") === null);
    return shown[shown.indexOf(this.#items.get(node)) + step]?.node ?? null;
  }

  #last() {
    let node = root.kids[root.kids.length - 1];
    while (this.#items.get(node).getAttribute("aria-expanded") === "true" && node.kids.length > 0) node = node.kids[node.kids.length - 1];
    return node;
  }

  #key(event, choose) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.#current === null) return;
    const node = this.#current;
    const isOpen = this.#items.get(node).getAttribute("aria-expanded") === "true";
    let next = null;
    if (event.key === "ArrowDown") next = this.#beside(node, 1);
    else if (event.key === "ArrowUp") next = this.#beside(node, -1);
    else if (event.key === "Home") next = root.kids[0];
    else if (event.key === "End") next = this.#last();
    else if (event.key === "ArrowRight" && node.isGroup && isOpen) next = node.kids[0] ?? null;
    else if (event.key === "ArrowRight") this.open(node);
    else if (event.key === "ArrowLeft" && node.isGroup && isOpen) this.close(node);
    else if (event.key === "ArrowLeft") next = node.parent === root ? null : node.parent;
    else if (event.key === "Enter" || event.key === " ") next = node;
    else return;
    event.preventDefault();
    if (next === null) return;
    choose(next);
    this.focus();
  }
}

function span(name, ...texts) {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = texts.join("");
  return element;
}
