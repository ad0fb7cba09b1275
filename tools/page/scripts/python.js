// Python in a worker, so that the page never stalls. Calls are answered in their order; what takes too long is ended with the worker, and a
// new one starts from the parts, which stay unpacked.
"use strict";

const PARTS = { wasm: 45, stdlib: 30, code: 15, runtime: 10 }; // in percent of the unpacking

// Markup and addresses that the browser takes only under this policy: the frame of the dump, and the worker.
const same = { createHTML: (text) => text, createScriptURL: (address) => address };
const trusted = globalThis.trustedTypes?.createPolicy("esdkit-page", same) ?? same;

class Canceled extends Error {}

class Python {
  // told: gets a step and the percentage that is done.
  constructor(told) {
    this.told = told;
    this.parts = null;
    this.worker = null;
    this.started = null; // a promise
    this.giveUp = () => {}; // on that promise
    this.waiting = new Map(); // calls without an answer, by number
    this.calls = 0;
  }

  start() {
    this.started ??= this.begin();
    return this.started;
  }

  async begin() {
    this.parts ??= await this.unpackAll();
    const { runtime, ...rest } = this.parts;
    const worker = new Worker(trusted.createScriptURL(URL.createObjectURL(new Blob([byId("worker").textContent, "\n", runtime], { type: "text/javascript" }))));
    this.worker = worker;
    await new Promise((resolve, reject) => {
      this.giveUp = reject;
      worker.onerror = (event) => reject(new Error(`Python did not start: ${event.message ?? "the browser refuses it"}`));
      worker.onmessage = ({ data }) => {
        if (data.step !== undefined) this.told(data.step, data.done);
        else if (data.error !== undefined) reject(new Error(`Python did not start: ${data.error}`));
        else resolve();
      };
      worker.postMessage({ ...rest, packages: byId("packages").textContent });
    });
    worker.onmessage = ({ data }) => this.answered(data);
    worker.onerror = (event) => this.stop(new Error(`Python ended: ${event.message}`));
    this.told("Ready.", 100);
  }

  async unpackAll() {
    const parts = {};
    let done = 0;
    for (const [id, share] of Object.entries(PARTS)) {
      parts[id] = await unpack(`part-${id}`, (part) => this.told("Unpacking Python…", (done + share * part) * 0.4));
      done += share;
    }
    return parts;
  }

  // Call a function of entry.py.
  async call(name, ...values) {
    await this.start();
    const id = ++this.calls;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, name, values });
    });
  }

  answered({ id, result, error }) {
    const { resolve, reject } = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  }

  // End what runs, and begin again.
  cancel() {
    if (this.worker === null) return this.start(); // it is being unpacked, which is quick
    this.stop(new Canceled("canceled"));
    return this.start();
  }

  stop(error) {
    this.worker.terminate();
    this.worker = null;
    this.started = null;
    this.giveUp(error);
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
