"use strict";
// Asks the server that built this page whether there is a newer version, and says so then.
(() => {
  const place = document.getElementById("newer");
  let known = null;
  const tell = () => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = place.dataset.reload;
    button.addEventListener("click", () => location.reload());
    place.replaceChildren(place.dataset.told, " ", button);
  };
  const ask = async () => {
    try {
      const answer = await fetch("/.planversion/version", { cache: "no-store" });
      const version = answer.ok ? await answer.text() : known;
      if (known !== null && version !== known) { tell(); return; }
      known = version;
    } catch {
      // The server is gone, and may come back.
    }
    setTimeout(ask, 1000);
  };
  ask();
})();
