// Runs Python. Everything that it needs comes in the first message; nothing is fetched. After that, each message is one call of a function
// of entry.py, and each has one answer. Pyodide's scripts follow in the same text, because a page from file:// can import none.
"use strict";

self.importScripts = () => { throw new Error("this page loads no scripts"); }; // how Pyodide tells workers apart

const HOME = "https://page.invalid/"; // never asked: fetch, below, has what Pyodide asks for
let python = null;
let entry = null;

function answerFrom(parts) {
  return async (address) => {
    const name = String(address).replace(HOME, "");
    if (!(name in parts)) throw new TypeError(`this page asks no network: ${name}`);
    return new Response(parts[name], { headers: { "Content-Type": name.endsWith(".wasm") ? "application/wasm" : "application/zip" } });
  };
}

async function start({ wasm, stdlib, code, packages }) {
  self.fetch = answerFrom({ "pyodide.asm.wasm": wasm, "python_stdlib.zip": stdlib });
  postMessage({ step: "Starting Python…", done: 45 });
  python = await loadPyodide({ indexURL: HOME, createPyodideModule: _createPyodideModule, lockFileContents: packages });
  postMessage({ step: "Loading esdkit…", done: 80 });
  python.unpackArchive(code, "zip", { extractDir: python.runPython("import site; site.getsitepackages()[0]") });
  entry = python.pyimport("tools.page.entry");
  postMessage({ ready: true });
}

function call({ id, name, values }) {
  const result = entry[name](...values.map((value) => (ArrayBuffer.isView(value) ? python.toPy(value) : value)));
  const plain = result?.toJs ? result.toJs({ dict_converter: Object.fromEntries, create_pyproxies: false }) : result;
  result?.destroy?.();
  postMessage({ id, result: plain });
}

addEventListener("message", async ({ data }) => {
  try {
    if (data.id === undefined) await start(data);
    else call(data);
  } catch (error) {
    postMessage({ id: data.id, error: String(error.message ?? error).trim().split("\n").at(-1) });
  }
});
