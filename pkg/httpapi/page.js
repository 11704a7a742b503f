// Replaces the sections that have changed. The page is whole without it.
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
