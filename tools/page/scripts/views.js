// The views of a message. Each asks the program for its report, and gives the elements that show it.
"use strict";

async function text(verb, ...options) {
  const { out, err } = await verbs.run(verb, "--color", "always", ...options, "--", verbs.path);
  return [...notes(err), terminalText(out)];
}

async function json(verb) {
  const { out, err } = await verbs.run(verb, "--json", "--", verbs.path);
  return { out, err, data: out === "" ? null : JSON.parse(out) };
}

const VIEWS = {
  summary: { title: "Summary", make: summary },
  inspect: { title: "Inspect", make: () => text("inspect") },
  bytes: { title: "Bytes", make: bytesView },
  lint: { title: "Lint", make: () => text("lint") },
  doctor: { title: "Doctor", make: doctorView },
  json: { title: "JSON", make: jsonView },
  diff: { title: "Diff", make: diffView },
  decrypt: { title: "Decrypt", make: decryptView },
};

// The whole diagnosis, and what an error text means for this message.
function doctorView() {
  const error = byId("error").value.trim();
  return text("doctor", "--full", ...(error === "" ? [] : [`--error=${error}`]));
}

// ------------------------------------------------------------------ summary
// What it is, whether it is damaged, which key opens it, what to do first.
async function summary() {
  const [found, told] = [await json("inspect"), await json("doctor")];
  if (told.data === null) return notes(told.err);
  const diagnosis = told.data;
  const innermost = insideOf(diagnosis);
  const rows = [["Result", [element("p", `strong ${resultLook(diagnosis, innermost)}`, {}, diagnosis.verdict)]]];
  const message = found.data;
  if (message !== null && message.suite !== null) {
    rows.push(["Message", paragraphs([`version ${message.version}, suite ${message.suite.id} ${message.suite.name}, ${count(message.length, "byte")}`])]);
    rows.push(["Opened by", paragraphs(innermost.needs.map((need) => (need.remark === null ? need.key : `${need.key} (${need.remark})`)))]);
    rows.push(["Signature", [element("p", { verified: "good", invalid: "bad", malformed: "bad" }[message.signature.state] ?? "", {}, message.signature.means)]]);
    rows.push(["Context", paragraphs((message.encryption_context ?? []).map(pairText))]);
    rows.push(["Written by", paragraphs(message.written_by.map((hint) => hint.says))]);
  }
  if (innermost.thing === null) rows.push(["Problems", paragraphs(problemsOf(message, innermost))]); // what is no message breaks every rule
  rows.push(["Do first", paragraphs([...diagnosis.advice, ...(innermost === diagnosis ? [] : innermost.advice)])]);
  const list = element("dl");
  for (const [term, texts] of rows) if (texts.length > 0) list.append(element("dt", "", {}, term), element("dd", "", {}, ...texts));
  return [...notes(found.err), list];
}

function insideOf(diagnosis) {
  return diagnosis.inside === null ? diagnosis : insideOf(diagnosis.inside);
}

function resultLook(diagnosis, innermost) {
  if (innermost.failed !== null || innermost.suite === null) return "bad";
  return diagnosis === innermost ? "good" : "warning";
}

function paragraphs(texts) {
  const shown = texts.slice(0, MOST_ITEMS).map((each) => element("p", "", {}, each));
  return texts.length > MOST_ITEMS ? [...shown, element("p", "soft", {}, `${texts.length - MOST_ITEMS} more`)] : shown;
}

const MOST_ITEMS = 20;

function pairText({ key, value }) {
  return `${bytesText(key)} = ${value === null ? "(missing)" : bytesText(value)}`;
}

// Bytes as the program's JSON has them; characters that nobody can see, or that steer the text, are written as escapes.
function bytesText({ text: readable, hex }) {
  if (readable === undefined) return hex;
  const long = readable.length > 300 ? `${readable.slice(0, 300)}…` : readable;
  return long.replace(/[^\P{C}]|[\u2028\u2029]/gu, (each) => `\\u{${each.codePointAt(0).toString(16)}}`);
}

function problemsOf(message, innermost) {
  const problems = message === null ? [] : message.problems;
  if (problems.length > 0) return problems.map((problem) => `${problem.code}: ${problem.message}${problem.path === null ? "" : ` (${problem.path})`}`);
  return innermost.error === null ? ["none that show without a key"] : [`${innermost.error.code}: ${innermost.error.message}`];
}

// ------------------------------------------------------------------- others
// The page of `dump --html`, in a frame that can reach nothing: neither this page nor a network.
async function bytesView() {
  const { out, err } = await verbs.run("dump", "--html", "-", "--", verbs.path);
  if (out === "") return notes(err);
  const frame = element("iframe", "", { title: "Fields and bytes" });
  frame.sandbox = "allow-scripts";
  frame.srcdoc = trusted.createHTML(out);
  const buttons = element("p", "row", {}, button("Save this view as a page", () => save(`${verbs.path}.html`, out, "text/html")));
  return [...notes(err), frame, buttons];
}

async function jsonView() {
  const { out, err } = await json("inspect");
  const said = element("span", "soft", { role: "status" });
  const buttons = element("p", "row", {},
    button("Copy", async () => { said.textContent = (await copy(out)) ? "copied" : "the browser does not allow it: select the text"; }),
    button("Save", () => save(`${verbs.path}.json`, out, "application/json")), said);
  return [...notes(err), buttons, terminalText(out)];
}

async function diffView() {
  if (verbs.other === null) return [element("p", "soft", {}, "Give a second message.")];
  const { out, err } = await verbs.run("diff", "--color", "always", "--", verbs.path, verbs.other);
  return [...notes(err), terminalText(out)];
}

// ------------------------------------------------------------------ decrypt
const MOST_SHOWN = 1 << 16; // characters of a plaintext

async function decryptView() {
  const key = takeKey();
  if (key === null) return [];
  try {
    return decryptedView(await decrypt(verbs.path, key));
  } catch (error) {
    if (error instanceof Refused) return [element("p", "bad strong", {}, "Not decrypted."), element("p", "", {}, error.message)];
    throw error;
  } finally {
    key.bytes.fill(0);
  }
}

function decryptedView({ plaintext, steps }) {
  const text = readable(plaintext);
  const list = element("dl");
  for (const [term, said] of steps) list.append(element("dt", "", {}, term), element("dd", "", {}, said));
  const shown = text ?? Array.from(plaintext.subarray(0, MOST_SHOWN / 2), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const whole = text === null ? plaintext.length <= MOST_SHOWN / 2 : text.length <= MOST_SHOWN;
  const content = element("pre", "plaintext", { tabIndex: 0, id: "plaintext" }, shown.slice(0, MOST_SHOWN));
  return [
    element("p", "good strong", {}, `Decrypted: ${count(plaintext.length, "byte")}${text === null ? ", not text: shown in hex" : ""}.`),
    list, content, ...(whole ? [] : [element("p", "soft", {}, "This is the beginning; the file has all of it.")]),
    element("p", "row", {}, button("Save the plaintext", () => save(`${verbs.path}.plain`, plaintext, "application/octet-stream"))),
  ];
}

// The text of a plaintext, null if it is none that can be shown as it is.
function readable(plaintext) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(plaintext);
    return /[^\P{C}\n\r\t]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
