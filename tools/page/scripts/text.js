// What Python printed, as elements. Nothing of it is ever markup: it enters the document as text.
"use strict";

// An element with its class, its properties, and what is in it.
function element(tag, name = "", properties = {}, ...children) {
  const made = document.createElement(tag);
  made.className = name;
  Object.assign(made, properties);
  made.append(...children);
  return made;
}

function button(text, action) {
  const made = element("button", "", { type: "button" }, text);
  made.addEventListener("click", action);
  return made;
}

// The codes with which a terminal's text changes its look, and ours; 0 ends all of them.
const LOOKS = { 1: "strong", 2: "soft", 31: "bad", 32: "good", 33: "warning", 36: "soft" };
const CODES = /\x1b\[(\d+)m/;

// The text of a terminal, with its colors.
function terminalText(text) {
  const made = element("pre");
  made.tabIndex = 0; // so that the keyboard can scroll it
  let looks = [];
  const pieces = text.split(CODES); // text, code, text, code, …
  for (let at = 0; at < pieces.length; at += 2) {
    if (at > 0) looks = pieces[at - 1] === "0" ? [] : [...looks, LOOKS[pieces[at - 1]] ?? ""];
    if (pieces[at] !== "") made.append(looks.length > 0 ? element("span", looks.join(" "), {}, pieces[at]) : pieces[at]);
  }
  return made;
}

// What a verb says about its input: where a message was found, that there are more of them.
function notes(text) {
  return text.trim() === "" ? [] : [element("pre", "notes", {}, text.trimEnd())];
}

function count(number, noun) {
  return `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
}

// Copies text; gives whether that worked.
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no permission: the text can be selected
  }
}

// Gives bytes or text to the user as a file; it comes out of this page's memory.
function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element("a", "", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
