// Replaces the sections that have changed; the page is whole without it. Where the address asks for a login there are buttons, too.
"use strict";
const live = document.getElementById("live");
function listen() {
  const source = new EventSource("events");
  source.onmessage = (event) => {
    const { id, html } = JSON.parse(event.data);
    const old = document.getElementById(id);
    if (!old) return;
    const box = document.createElement("template");
    box.innerHTML = html;
    old.replaceWith(box.content);
  };
  source.onopen = () => { live.textContent = "live"; live.className = "muted"; };
  source.onerror = () => {
    live.textContent = "no answer from the rig; trying again";
    live.className = "fault";
    // After an answer that is none, such as a proxy's, the browser does not try again by itself.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
  };
}
listen();

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-do]");
  if (!button) return;
  const { do: action, device } = button.dataset;
  const whom = device ? button.closest("article").querySelector("h3").textContent : "the rig";
  button.disabled = true;
  try {
    const answer = await fetch(action === "reload" ? "api/reload" : "api/command", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: action === "reload" ? "" : JSON.stringify({ action, devices: device ? [device] : [], reason: "on the page" }),
    });
    live.textContent = answer.ok ? `${action}: done for ${whom}` : `${action} of ${whom}: ${(await answer.text()).trim()}`;
    live.className = answer.ok ? "good" : "fault";
  } catch (error) {
    live.textContent = `${action} of ${whom}: the rig does not answer`;
    live.className = "fault";
  }
  button.disabled = false;
});
