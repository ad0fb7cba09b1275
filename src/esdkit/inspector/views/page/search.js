// The search: paths and values of fields, a path of a frame, bytes as hexadecimal or as text, an offset.
"use strict";

const MOST_FOUND = 999;

// What a query finds, at most MOST_FOUND: [{node, start, end}], fields first, then bytes.
function search(query) {
  const text = query.trim();
  if (text === "") return [];
  if (/^0x[0-9a-f]+$/i.test(text)) {
    const offset = Number.parseInt(text, 16);
    return offset < facts.length ? [{ node: locate(offset), start: offset, end: offset + 1 }] : [];
  }
  const found = [];
  for (const node of searchFields(text)) {
    found.push({ node, start: node.start, end: node.end });
    if (found.length === MOST_FOUND) return found;
  }
  const nodes = new Set(found.map((each) => each.node));
  for (const pattern of patterns(query, text)) {
    for (let at = indexOf(pattern, 0); at >= 0 && found.length < MOST_FOUND; at = indexOf(pattern, at + 1)) {
      const node = locate(at);
      if (!nodes.has(node)) found.push({ node, start: at, end: at + pattern.length });
    }
  }
  return found;
}

function* searchFields(text) {
  const wanted = text.toLowerCase();
  const frame = /^(?:body\.)?(frame\[\d+\].*)$/.exec(wanted);
  if (frame !== null) {
    const node = findPath(`body.${frame[1]}`);
    if (node.path.startsWith("body.frame[") && `body.${frame[1]}`.startsWith(node.path)) yield node;
    return;
  }
  for (const node of listed()) {
    if (node.path.toLowerCase().includes(wanted) || node.value.toLowerCase().includes(wanted)) yield node;
  }
}

// The byte strings that a query can mean.
function patterns(query, text) {
  const found = [];
  const digits = text.replace(/\s+/g, "");
  if (/^([0-9a-f]{2}\s*)+$/i.test(text) && (digits.length >= 4 || /\s/.test(query) || text.length === 2)) {
    found.push(Uint8Array.from(digits.match(/../g), (pair) => Number.parseInt(pair, 16)));
  }
  if (text.length >= 2) found.push(new TextEncoder().encode(text));
  return found;
}

// Where a byte string stands, from an offset on; -1 when it does not.
function indexOf(pattern, from) {
  for (let at = bytes.indexOf(pattern[0], from); at >= 0; at = bytes.indexOf(pattern[0], at + 1)) {
    let same = 1;
    while (same < pattern.length && bytes[at + same] === pattern[same]) same += 1;
    if (same === pattern.length) return at;
  }
  return -1;
}
