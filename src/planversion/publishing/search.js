"use strict";
// Finds entries by the pairs of characters of what is typed; parts of the index are loaded as
// scripts, since a page that was opened as a file may load nothing else.
(() => {
  const index = window.planversion, box = document.getElementById("search");
  if (!index || !box) return;
  const input = document.getElementById("query"), count = document.getElementById("count");
  const results = document.getElementById("results"), more = document.getElementById("more");
  const root = box.dataset.root, PAGE = 20;
  const parts = new Map(), blocks = new Map(), waiting = new Map();
  let asked = 0, hits = [], shownSoFar = 0;

  index.part = (number, pairs) => parts.set(number, new Map(Object.entries(pairs)));
  index.rows = (number, rows) => blocks.set(number, rows);

  const load = (kind, number) => {
    const path = `${root}search/${kind}${number}.js`;
    if (!waiting.has(path)) {
      waiting.set(path, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = path;
        script.onload = done;
        script.onerror = () => { waiting.delete(path); script.remove(); failed(new Error(path)); };
        document.head.append(script);
      }));
    }
    return waiting.get(path);
  };

  const folded = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, "");

  const unpacked = (steps) => { let at = 0; return steps.map((step) => (at += step)); };

  const shard = (character) => character.codePointAt(0) % index.shards;

  // By entry, whether all pairs of a word stand in its names (2), or in anything it says (1).
  const ofWord = (characters) => {
    const part = parts.get(shard(characters[0])) || new Map();
    if (characters.length === 1) {
      const found = new Map();
      for (const [pair, postings] of part) {
        if (pair.startsWith(characters[0])) merge(found, scored(postings), Math.max);
      }
      return found;
    }
    let found = null;
    for (let i = 0; i + 1 < characters.length; i++) {
      const pairs = parts.get(shard(characters[i])) || new Map();
      const here = scored(pairs.get(characters[i] + characters[i + 1]) || [[], []]);
      found = found ? both(found, here, Math.min) : here;
    }
    return found;
  };

  const scored = ([names, texts]) => {
    const found = new Map();
    for (const one of unpacked(texts)) found.set(one, 1);
    for (const one of unpacked(names)) found.set(one, 2);
    return found;
  };

  const merge = (into, other, choose) => {
    for (const [one, score] of other) into.set(one, choose(score, into.get(one) || 0));
  };

  const both = (a, b, choose) => {
    const found = new Map();
    for (const [one, score] of a) if (b.has(one)) found.set(one, choose(score, b.get(one)));
    return found;
  };

  const search = async (query) => {
    const words = query.split(/\s+/u).map((word) => [...folded(word)]).filter((word) => word.length);
    if (!words.length) return null;
    const known = new Set(index.known);
    const needed = new Set(words.flat().map(shard).filter((one) => known.has(one)));
    await Promise.all([...needed].map((one) => load("p", one)));
    const found = words.map(ofWord).reduce((a, b) => both(a, b, (x, y) => x + y));
    return [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([one]) => one);
  };

  const result = (one) => {
    const [address, name, detail] = blocks.get(Math.floor(one / index.block))[one % index.block];
    const item = document.createElement("li"), link = document.createElement("a");
    const told = document.createElement("span");
    link.href = root + address;
    link.textContent = name;
    told.className = "quiet";
    told.textContent = detail;
    item.append(link, " ", told);
    return item;
  };

  const show = async (turn) => {
    const page = hits.slice(shownSoFar, shownSoFar + PAGE);
    const needed = new Set(page.map((one) => Math.floor(one / index.block)));
    await Promise.all([...needed].map((one) => load("e", one)));
    if (turn !== asked) return;
    const items = page.map(result);
    results.append(...items);
    shownSoFar += page.length;
    more.hidden = shownSoFar >= hits.length;
    return items;
  };

  const answer = async () => {
    const turn = ++asked;
    try {
      const found = await search(input.value);
      if (turn !== asked) return;
      hits = found || [];
      shownSoFar = 0;
      results.replaceChildren();
      await show(turn);
      if (turn !== asked) return;
      const told = hits.length ? box.dataset.found.replace("{n}", hits.length) : box.dataset.none;
      count.textContent = found ? told : "";
    } catch {
      if (turn === asked) count.textContent = box.dataset.failed;
    }
    const hash = input.value ? `#q=${encodeURIComponent(input.value)}` : "";
    if (turn === asked && location.hash !== hash && (hash || location.hash.startsWith("#q="))) {
      history.replaceState(null, "", hash || location.pathname + location.search);
    }
  };

  let pause = 0;
  input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(answer, 120); });
  input.addEventListener("keydown", (event) => {
    const first = results.querySelector("a");
    if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
  });
  results.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const links = [...results.querySelectorAll("a")];
    const next = links.indexOf(document.activeElement) + step;
    (next < 0 ? input : links[Math.min(next, links.length - 1)]).focus();
  });
  more.textContent = box.dataset.more;
  more.addEventListener("click", async () => {
    const items = await show(asked);
    if (items && items.length) items[0].querySelector("a").focus();
  });
  box.hidden = false;
  const given = location.hash.startsWith("#q=") ? location.hash.slice(3) : null;
  const query = new URLSearchParams(location.search).get("q");
  if (given !== null || query) {
    try { input.value = given === null ? query : decodeURIComponent(given); } catch { return; }
    answer();
  }
})();
