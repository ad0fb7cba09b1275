// Puts the page together: what is given, which view is shown, what Python does meanwhile.
"use strict";

const facts = JSON.parse(byId("facts").textContent);
const python = new Python(showStep);
const state = { given: null, other: null, names: [], checked: new Set(), view: "summary", kept: null, turn: 0 };

// What the views ask: verbs over the inputs, by their names in Python's memory.
const verbs = {
  get path() {
    return state.names.length > 1 ? state.names[byId("number").selectedIndex] : state.given.name;
  },
  get other() {
    return state.other?.name ?? null;
  },
  run: (...words) => python.call("run", ...words),
};

// -------------------------------------------------------------------- start
function showStep(step, done) {
  byId("step").textContent = step;
  byId("progress").value = done;
  byId("loading").hidden = done === 100;
}

function missing() {
  if (typeof WebAssembly !== "object") return "This browser has no WebAssembly, so it cannot run Python. It may be turned off by a policy or a protected mode.";
  if (typeof DecompressionStream !== "function") return "This browser is too old: it cannot decompress the page's parts (DecompressionStream).";
  return null;
}

const NO_WEBCRYPTO = "Signatures are not checked here, and nothing can be decrypted: this browser offers no WebCrypto to this page. Open the page as a file, or over HTTPS.";

function notice(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = text === "";
}

// Says why Python did not start, unless the user ended it.
async function watch(start) {
  try {
    await start;
  } catch (error) {
    if (error instanceof Canceled) return;
    byId("loading").hidden = true;
    notice(error.message);
  }
}

function begin() {
  for (const [id, view] of Object.entries(VIEWS)) byId("tabs").append(tab(id, view.title));
  choose(state.view);
  const reason = missing();
  if (reason !== null) {
    notice(reason);
    byId("loading").hidden = true;
    for (const control of document.querySelectorAll("main button, main textarea")) control.disabled = true;
    return;
  }
  watch(python.start());
  if (crypto.subtle === undefined) {
    notice(NO_WEBCRYPTO);
    byId("decrypt").disabled = true;
  }
  openAddress();
}

// -------------------------------------------------------------------- input
const intake = new Intake(byId("text"), byId("choose"), byId("file"), "pasted", take);
const otherIntake = new Intake(byId("other"), byId("choose-other"), byId("file-other"), "pasted-2", takeOther);

function take(given) {
  state.given = given;
  state.kept = null;
  const none = given === null;
  byId("given").textContent = none ? "" : describeInput(given);
  for (const id of ["views", "clear", "share"]) byId(id).hidden = none;
  byId("link").hidden = true;
  byId("numbers").hidden = true;
  byId("panel").replaceChildren();
  if (!none) show();
}

function takeOther(given) {
  state.other = given === null || given.name !== state.given.name ? given : { ...given, name: `second-${given.name}` };
  state.kept = null;
  byId("given-other").textContent = given === null ? "" : describeInput(given);
  if (state.given !== null) show();
}

function describeInput({ name, data }) {
  return `${name}, ${count(data.length, "byte")}`;
}

byId("sample").addEventListener("click", () => {
  byId("text").value = "";
  intake.bytes(facts.sample.name, fromBase64(facts.sample.data));
});

byId("clear").addEventListener("click", () => {
  byId("text").value = "";
  refuse("");
  take(null);
  byId("text").focus();
});

for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    document.body.classList.add("dragging");
  });
}
document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) document.body.classList.remove("dragging");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dragging");
  const second = state.view === "diff" && state.given !== null && byId("views").contains(event.target);
  (second ? otherIntake : intake).drop(event.dataTransfer);
});

// --------------------------------------------------------------------- link
byId("share").addEventListener("click", () => {
  if (state.given.data.length > MOST_LINKED) return refuse(`A link holds at most ${count(MOST_LINKED, "byte")}; this input has ${count(state.given.data.length, "byte")}.`);
  byId("address").value = linkTo(state.given);
  byId("link").hidden = false;
  byId("address").select();
});

byId("copy-link").addEventListener("click", async () => {
  byId("copy-link").textContent = (await copy(byId("address").value)) ? "Copied" : "Press Ctrl C";
  byId("address").select();
});

function openAddress() {
  const given = fromAddress();
  if (given !== null) intake.bytes(given.name, given.data);
}

addEventListener("hashchange", openAddress);

// -------------------------------------------------------------------- views
function tab(id, title) {
  const made = button(title, () => {
    choose(id);
    show();
  });
  Object.assign(made, { id: `tab-${id}`, role: "tab" });
  made.setAttribute("aria-controls", "panel");
  return made;
}

function choose(id) {
  state.view = id;
  for (const each of byId("tabs").children) {
    const chosen = each.id === `tab-${id}`;
    each.setAttribute("aria-selected", chosen);
    each.tabIndex = chosen ? 0 : -1;
    if (chosen) byId("panel").setAttribute("aria-labelledby", each.id);
  }
  byId("compare").hidden = id !== "diff";
  byId("said").hidden = id !== "doctor";
  byId("keys").hidden = id !== "decrypt";
  dropKey();
}

byId("tabs").addEventListener("keydown", (event) => {
  const ids = Object.keys(VIEWS);
  const at = ids.indexOf(state.view);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: ids.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  choose(ids[(to + ids.length) % ids.length]);
  byId(`tab-${state.view}`).focus();
  show();
});

// Gives Python the inputs that it does not have yet.
async function keep() {
  await python.start();
  if (state.kept === python.worker) return;
  const { given, other } = state;
  await python.call("forget");
  for (const input of [given, other]) if (input !== null) await python.call("keep", input.name, input.data);
  const names = await python.call("names", given.name);
  if (given !== state.given || other !== state.other) return; // others came meanwhile, and whoever shows them gives them
  state.names = names;
  state.checked.clear();
  state.kept = python.worker;
  byId("number").replaceChildren(...state.names.map((name, index) => element("option", "", { value: name }, `${index + 1} of ${state.names.length}`)));
  byId("numbers").hidden = state.names.length < 2;
}

// Checks the signatures of the messages that are shown, each once.
async function checkSignatures() {
  for (const path of [verbs.path, verbs.other]) {
    if (path === null || state.checked.has(path)) continue;
    await checkSignature(path);
    state.checked.add(path);
  }
}

async function show() {
  const turn = ++state.turn;
  const slow = setTimeout(() => { byId("working").hidden = false; }, 300);
  byId("panel").classList.add("stale");
  try {
    await keep();
    await checkSignatures();
    const shown = await VIEWS[state.view].make();
    if (turn === state.turn) byId("panel").replaceChildren(...shown);
  } catch (error) {
    if (turn !== state.turn) return;
    byId("panel").replaceChildren(element("p", "bad", {}, sentence(error)));
    if (!(error instanceof Canceled)) watch(python.cancel()); // after an error that nobody expected, Python begins again
  } finally {
    clearTimeout(slow);
    if (turn === state.turn) {
      byId("working").hidden = true;
      byId("panel").classList.remove("stale");
    }
  }
}

function sentence(error) {
  return error instanceof Canceled ? "Canceled. Choose a view to begin again." : `This could not be shown: ${error.message}`;
}

for (const [button, field] of [["explain", "error"], ["decrypt", "key"]]) {
  byId(button).addEventListener("click", show);
  byId(field).addEventListener("keydown", (event) => {
    if (event.key === "Enter") byId(button).click();
  });
}

byId("cancel").addEventListener("click", () => watch(python.cancel()));
byId("number").addEventListener("change", show);

begin();
