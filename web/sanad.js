// Comfort on top of pages that are whole without it: filters that do not reload, keys, copying citations, colours at once.
"use strict";

const words = document.documentElement.dataset;

// Filters: the form asks the same address as without a script, and only the part that it names is exchanged.
for (const form of document.querySelectorAll("form[data-live]")) {
  let asked = null;
  let waiting = 0;
  const show = async () => {
    clearTimeout(waiting);
    asked?.abort();
    asked = new AbortController();
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) if (value) address.searchParams.set(name, value);
    const part = document.getElementById(form.dataset.live);
    part.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) return void form.submit();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(form.dataset.live);
      if (!fresh) return void form.submit();
      // A form inside the part stays as it is, with the reader's cursor in it.
      for (const child of [...part.children]) if (child !== form && !child.matches("h2, .explain")) child.remove();
      for (const child of [...fresh.children]) if (!child.matches("form[data-live], h2, .explain")) part.append(document.adoptNode(child));
      addCopying(part);
      history.replaceState(null, "", address);
    } catch (reason) {
      if (reason.name !== "AbortError") form.submit();
    } finally {
      part.removeAttribute("aria-busy");
    }
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  form.addEventListener("change", show);
  form.addEventListener("input", (event) => {
    if (event.target.type !== "search" && event.target.type !== "text") return;
    clearTimeout(waiting);
    waiting = setTimeout(show, 300);
  });
}

// Copying: the words, where they stand, and the address that leads there.
function addCopying(within) {
  if (!navigator.clipboard) return;
  for (const item of within.querySelectorAll(".citations li")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      const link = item.querySelector("q a");
      await navigator.clipboard.writeText(`“${link.textContent}” ${item.querySelector("cite").textContent} <${link.href}>`);
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = words.copy; }, 1500);
    });
    item.append(" ", button);
  }
}
addCopying(document);

// Colours: the choice is kept by the same address as without a script.
function choose(colours) {
  if (colours === "auto") delete words.colours; else words.colours = colours;
  for (const link of document.querySelectorAll("[data-choice]")) {
    if (link.dataset.choice === colours) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
  }
  const address = new URL(location.href);
  address.searchParams.set("colours", colours);
  fetch(address, { method: "HEAD" });
}
for (const link of document.querySelectorAll("[data-choice]")) {
  link.addEventListener("click", (event) => { event.preventDefault(); choose(link.dataset.choice); });
}

// Keys, where no one is writing.
const entries = () => [...document.querySelectorAll("main tbody a.said, main .brief a, main .timeline a, main .changes a, main .stories h2 a, main .finds a.said, main .plain a.n")];
function step(by) {
  const all = entries();
  const at = all.indexOf(document.activeElement);
  all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
}
function help() {
  let box = document.getElementById("keys");
  if (!box) {
    box = document.createElement("dialog");
    box.id = "keys";
    const title = document.createElement("h2");
    title.textContent = words.keys;
    const text = document.createElement("p");
    text.textContent = words.keysText;
    box.append(title, text);
    box.setAttribute("aria-label", words.keys);
    box.addEventListener("click", () => box.close());
    document.body.append(box);
  }
  box.showModal();
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
  const act = {
    "/": () => document.getElementById("find").focus(),
    j: () => step(1),
    k: () => step(-1),
    t: () => choose((words.colours ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark" ? "light" : "dark"),
    "?": help,
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// A job under way: when the server says that something came of it, the page is asked for again and its part exchanged.
const job = document.getElementById("job");
if (job?.dataset.events) {
  const events = new EventSource(job.dataset.events);
  let renewing = null;
  let again = false;
  const renew = async () => {
    const answer = await fetch(location.href);
    const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("job");
    if (!fresh) return;
    // What a reader of the screen is told stays the same element; else nothing would be told.
    const status = job.querySelector("[role=status]");
    status.replaceChildren(...document.adoptNode(fresh.querySelector("[role=status]")).childNodes);
    for (const child of [...job.children]) if (child !== status) child.remove();
    for (const child of [...fresh.children]) if (!child.matches("[role=status]")) job.append(document.adoptNode(child));
    if (!fresh.dataset.events) events.close();
  };
  events.addEventListener("progress", async () => {
    again = true;
    if (renewing) return;
    while (again) {
      again = false;
      renewing = renew();
      await renewing.catch(() => {});
    }
    renewing = null;
  });
}
