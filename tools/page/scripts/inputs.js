// What the user gives: text that is pasted, files that are chosen or dropped, a message in the address. Each becomes a name and bytes; what
// encodings and wrappings mean is Python's to say.
"use strict";

const MOST_BYTES = 32 << 20;
const MOST_TEXT = 1 << 18; // characters that a field shows; longer text is taken without showing it
const MOST_LINKED = 24 << 10; // bytes of a message in a link
const PAUSE = 400; // milliseconds after which typed text is taken

function refuse(text) {
  byId("refused").textContent = text;
}

function tooLong(length) {
  return `That is ${count(length, "byte")}, and this page takes at most ${count(MOST_BYTES, "byte")}. The command line has no such limit: esdkit inspect FILE.`;
}

// One place that takes inputs: a field, a button and its file picker.
class Intake {
  // taken: gets {name, data}, or null when the field is emptied. pasted: the name of what has none.
  constructor(field, choose, picker, pasted, taken) {
    Object.assign(this, { field, pasted, taken });
    this.timer = null;
    field.addEventListener("input", () => this.wait());
    field.addEventListener("paste", (event) => this.paste(event));
    choose.addEventListener("click", () => picker.click());
    picker.addEventListener("change", () => {
      if (picker.files.length > 0) this.file(picker.files[0]);
      picker.value = ""; // so that the same file can be chosen again
    });
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.text(this.field.value), PAUSE);
  }

  // Long text would make the field slow.
  paste(event) {
    const text = event.clipboardData.getData("text/plain");
    const file = event.clipboardData.files[0];
    if (file === undefined && text.length <= MOST_TEXT) return;
    event.preventDefault();
    this.field.value = "";
    if (file === undefined) this.text(text);
    else this.file(file);
  }

  text(text) {
    if (text.trim() === "") this.taken(null);
    else this.bytes(this.pasted, new TextEncoder().encode(text));
  }

  async file(file) {
    clearTimeout(this.timer);
    if (file.size > MOST_BYTES) return refuse(tooLong(file.size));
    try {
      const data = new Uint8Array(await file.arrayBuffer());
      this.field.value = "";
      this.bytes(file.name, data);
    } catch {
      refuse(`${file.name} cannot be read: it is a folder, or it has gone.`);
    }
  }

  bytes(name, data) {
    clearTimeout(this.timer); // text that was typed before is out of date
    if (data.length > MOST_BYTES) return refuse(tooLong(data.length));
    refuse("");
    this.taken({ name: fileName(name), data });
  }

  drop(transfer) {
    if (transfer.files.length > 0) this.file(transfer.files[0]);
    else this.text(transfer.getData("text/plain"));
  }
}

// A name that a file in memory can have.
function fileName(name) {
  const plain = name.replace(/[/\0]/g, "_").slice(-80);
  return ["", ".", "..", "-"].includes(plain) ? "input" : plain;
}

// ------------------------------------------------------------------- links
function linkTo({ name, data }) {
  const encoded = toBase64(data).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return `${location.href.split("#")[0]}#name=${encodeURIComponent(name)}&message=${encoded}`;
}

// The message in the address; null without one. It is anybody's text.
function fromAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const encoded = given.get("message");
  if (encoded === null) return null;
  try {
    return { name: given.get("name") ?? "link", data: fromBase64(encoded.replace(/-/g, "+").replace(/_/g, "/")) };
  } catch {
    refuse("The link is damaged: what follows message= is not base64.");
    return null;
  }
}
