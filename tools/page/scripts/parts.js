// The page's parts: each is gzip in base64 in an element of its own, so that one file holds everything and nothing has to be fetched.
"use strict";

const byId = (id) => document.getElementById(id);
const AT_ONCE = 1 << 20; // characters of base64 between two breaths of the page, a multiple of four

const breath = () => new Promise((resolve) => setTimeout(resolve));

function fromBase64(text) {
  const binary = atob(text);
  const data = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) data[at] = binary.charCodeAt(at);
  return data;
}

function toBase64(data) {
  const pieces = [];
  for (let at = 0; at < data.length; at += 0x8000) pieces.push(String.fromCharCode(...data.subarray(at, at + 0x8000)));
  return btoa(pieces.join(""));
}

// A part's bytes; progress is told the share that is done.
async function unpack(id, progress) {
  const text = byId(id).textContent.trim();
  const pieces = [];
  for (let at = 0; at < text.length; at += AT_ONCE) {
    pieces.push(fromBase64(text.slice(at, at + AT_ONCE)));
    progress(at / text.length);
    await breath();
  }
  const stream = new Blob(pieces).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
