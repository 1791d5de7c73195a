/**
 * The demo's page: four phones, the town's clock, and what the bot called.
 *
 * One loop asks the emulator for the next state and shows it; everything the
 * person does is a POST whose effect comes back as a state. The page is served
 * before the bot is loaded, so it must stand while nothing is there yet
 * ("waking"), and it must say so when the demo has been stopped ("lost").
 */

import { Phone, TownTime } from "./phone.js";
import { make } from "./text.js";

const POLL_LIMIT_MS = 40_000;
const RETRY_MS = [400, 1000, 2000, 4000, 8000];
const NARROW = matchMedia("(max-width: 899px)");

/** The faults a person can switch on, in the order shown. */
const FAULTS = {
  429: ["Too many requests", "429: wait 3 s, then again"],
  "5xx": ["Server error", "502 for every call"],
  slow: ["Slow", "every call takes 2 s"],
  lost: ["Answer lost", "half arrive, the bot not knowing"],
};

const by = (id) => document.getElementById(id);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

class Page {
  constructor() {
    this.phones = new Map();
    this.tabs = new Map();
    this.version = null;
    this.fresh = true;
    this.active = null;
    this.time = new TownTime("UTC");
    this.faultNodes = new Map();
    this.listen();
  }

  // ------------------------------------------------------------------ the loop

  async run() {
    for (let failures = 0; ; ) {
      try {
        this.show(await this.nextState());
        failures = 0;
      } catch (error) {
        this.version = null;
        failures += 1;
        if (error.waking) this.setMode("waking");
        else if (failures > 1 || !(error instanceof Unreachable)) this.setMode("lost");
        if (!(error instanceof Unreachable)) console.error(error);
        await Promise.race([pause(RETRY_MS[Math.min(failures, RETRY_MS.length) - 1]), this.retryAsked()]);
      }
    }
  }

  /** Ask for the next state; for the whole one when we have none. */
  async nextState() {
    const path = this.version === null ? "/control/state" : `/control/events?since=${this.version}`;
    let response;
    try {
      response = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(POLL_LIMIT_MS) });
    } catch {
      throw new Unreachable();
    }
    if (!response.ok) throw new Unreachable({ waking: response.status === 503 });
    try {
      return await response.json();
    } catch {
      throw new Unreachable();
    }
  }

  retryAsked() {
    return new Promise((done) => (this.retryNow = done));
  }

  /** POST to the emulator. Return its answer, or `{error}` in words. */
  async send(path, body) {
    try {
      const response = await fetch(path, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      const reply = await response.json().catch(() => ({}));
      if (response.ok) return reply;
      const why = reply.error ?? reply.description ?? `the emulator answered ${response.status}`;
      return { error: `That did not work: ${why}` };
    } catch {
      return { error: "That did not arrive: the demo has stopped." };
    }
  }

  // ------------------------------------------------------------------- showing

  show(state) {
    const restarted = this.version !== null && state.version < this.version;
    const first = this.fresh || restarted || !state.ready;
    this.version = state.version;
    this.fresh = !state.ready;
    if (state.zone && state.zone !== this.time.zone) this.time = new TownTime(state.zone);
    this.setMode(state.ready ? "ready" : "waking");
    this.showClock(state);
    this.showPeople(state.people ?? []);
    const now = new Date(state.now);
    for (const [id, phone] of this.phones) {
      const person = state.people.find((one) => String(one.user_id) === id);
      phone.show({
        messages: state.chats?.[id] ?? [],
        time: this.time,
        now,
        first,
        ready: state.ready,
        blocked: isBlocked(state, person),
        commands: commandsOf(state, person),
        answers: (state.tap_answers ?? []).filter((one) => String(one.user_id) === id),
      });
    }
    this.showFaults(state);
    this.showCalls(state);
  }

  setMode(mode) {
    if (mode === "lost") this.fresh = true;
    document.body.dataset.state = mode;
    by("lost").hidden = mode !== "lost";
    by("waking").hidden = mode !== "waking";
    for (const button of document.querySelectorAll(".move")) button.disabled = mode !== "ready";
    if (mode === "waking") by("note").textContent = "Waking up…";
  }

  showClock(state) {
    const now = new Date(state.now);
    if (Number.isNaN(now.getTime())) return;
    by("clock-time").textContent = this.time.clock.format(now);
    by("clock-time").dateTime = state.now;
    by("clock-day").textContent = this.time.long.format(now);
    by("clock-zone").textContent = placeName(this.time.zone);
    if (state.ready) setText(by("note"), this.moving ?? state.note ?? "");
  }

  showPeople(people) {
    for (const person of people) {
      const id = String(person.user_id);
      if (this.phones.has(id)) continue;
      const phone = new Phone(person, this);
      this.phones.set(id, phone);
      by("phones").append(phone.root);
      this.addTab(phone, person);
    }
    if (people.length && !this.tab) this.openTab(this.phones.values().next().value, false);
  }

  // --------------------------------------------------- which phone is looked at

  isWatched(phone) {
    if (document.hidden) return false;
    return NARROW.matches ? this.tab === phone : this.active === phone;
  }

  onWatched(phone) {
    this.active = phone;
    for (const other of this.phones.values()) other.root.classList.toggle("active", other === phone);
  }

  onUnread(phone) {
    phone.root.classList.toggle("has-unread", phone.unread > 0);
    const tab = this.tabs.get(phone);
    const badge = tab.querySelector(".badge");
    badge.hidden = phone.unread === 0;
    badge.textContent = phone.unread > 99 ? "99+" : phone.unread;
    const { name, role } = phone.person;
    tab.setAttribute("aria-label", phone.unread ? `${name}, ${role}, ${phone.unread} unread` : `${name}, ${role}`);
  }

  /** On a narrow page the other phones' lock screens are one strip on top. */
  onBanner(phone, words) {
    if (!NARROW.matches || this.tab === phone) return;
    const strip = make("button", "strip");
    strip.type = "button";
    strip.dataset.role = phone.person.role;
    const text = make("span", "banner-words");
    const head = make("span", "banner-head");
    head.append(make("b", "", `${phone.person.name}’s lock screen`), make("span", "banner-when", "now"));
    text.append(head, make("span", "banner-line", words));
    strip.append(make("span", "avatar", phone.person.name.slice(0, 1)), text);
    strip.addEventListener("click", () => this.openTab(phone, true));
    strip.dataset.user = phone.person.user_id;
    const box = by("page-banner");
    box.querySelector(`[data-user="${phone.person.user_id}"]`)?.remove();
    box.append(strip);
    while (box.children.length > 2) box.firstElementChild.remove();
    setTimeout(() => strip.remove(), 7000);
  }

  addTab(phone, person) {
    const tab = make("button", "tab");
    tab.type = "button";
    tab.id = `tab-${person.user_id}`;
    tab.dataset.role = person.role;
    tab.setAttribute("aria-controls", phone.root.id);
    tab.setAttribute("aria-label", `${person.name}, ${person.role}`);
    const face = make("span", "avatar", person.name.slice(0, 1));
    const badge = make("span", "badge");
    badge.hidden = true;
    const words = make("span", "tab-words");
    words.append(make("b", "", person.name), make("span", "", person.role));
    tab.append(face, words, badge);
    tab.addEventListener("click", () => this.openTab(phone, false));
    this.tabs.set(phone, tab);
    by("tabs").append(tab);
  }

  openTab(phone, focus) {
    this.tab = phone;
    for (const [other, tab] of this.tabs) {
      tab.setAttribute("aria-pressed", String(other === phone));
      other.root.classList.toggle("on-top", other === phone);
    }
    by("page-banner").querySelector(`[data-user="${phone.person.user_id}"]`)?.remove();
    if (NARROW.matches) phone.watch();
    if (focus) this.tabs.get(phone).focus();
  }

  // -------------------------------------------------------------------- the hood

  showFaults(state) {
    const faults = state.faults ?? [];
    let on = 0;
    const names = faults.length ? faults.map((fault) => String(fault.name)) : Object.keys(FAULTS);
    for (const name of names) {
      const fault = faults.find((one) => String(one.name) === name);
      if (fault?.on) on += 1;
      const [label, hint] = FAULTS[name] ?? [name, ""];
      this.switchIn(by("faults"), `fault ${name}`, label, hint, Boolean(fault?.on), (value) =>
        this.send("/control/fault", { name, on: value }),
      );
    }
    for (const person of state.people ?? []) {
      const blocked = isBlocked(state, person);
      if (blocked) on += 1;
      this.switchIn(by("blocks"), `block ${person.user_id}`, person.name, person.role, blocked, (value) =>
        this.send("/control/block", { user_id: person.user_id, blocked: value }),
      );
    }
    const count = document.querySelector(".fault-count");
    count.hidden = on === 0;
    count.textContent = `${on} on`;
  }

  switchIn(list, key, label, hint, on, change) {
    let input = this.faultNodes.get(key);
    if (!input) {
      const row = make("label", "switch");
      input = make("input");
      input.type = "checkbox";
      input.setAttribute("role", "switch");
      const words = make("span", "switch-words");
      words.append(make("b", "", label), make("span", "", hint));
      row.append(words, input, make("span", "slide"));
      input.addEventListener("change", async () => {
        const wanted = input.checked;
        const reply = await change(wanted);
        if (reply.error) {
          input.checked = !wanted;
          setText(by("note"), reply.error);
        }
      });
      const item = make("li");
      item.append(row);
      list.append(item);
      this.faultNodes.set(key, input);
    }
    input.checked = on;
  }

  showCalls(state) {
    this.lastState = state;
    if (by("hood").hidden) return;
    const calls = [...(state.calls ?? [])].reverse();
    const text = JSON.stringify(calls);
    if (text === this.callsShown) return;
    this.callsShown = text;
    by("calls").replaceChildren(...calls.map((call) => this.callRow(call, state)));
    if (!calls.length) by("calls").append(make("li", "none", "Nothing yet."));
  }

  callRow(call, state) {
    const row = make("li", call.ok ? "call" : "call failed");
    const head = make("div", "call-head");
    const tap = state.tap_answers?.find((answer) => answer.id === String(call.params?.callback_query_id));
    const userId = String(call.chat_id ?? tap?.user_id);
    const who = state.people?.find((person) => String(person.user_id) === userId);
    head.append(make("code", "", call.method));
    if (who) {
      const to = make("span", "call-to", who.name);
      to.dataset.role = who.role;
      head.append(to);
    }
    head.append(make("span", "call-result", call.ok ? "ok" : "error"));
    const at = new Date(call.at);
    if (!Number.isNaN(at.getTime())) head.append(make("time", "", this.time.seconds.format(at)));
    row.append(head);
    const words = aboutCall(call);
    if (words) row.append(make("p", "", words));
    return row;
  }

  openHood(open) {
    by("hood").hidden = !open;
    by("hood-toggle").setAttribute("aria-expanded", String(open));
    document.body.classList.toggle("hood-open", open);
    if (open) {
      if (this.lastState) this.showCalls(this.lastState);
      by("hood").focus({ preventScroll: true });
    } else {
      by("hood-toggle").focus();
    }
  }

  showPicture(url, alt) {
    const box = by("picture");
    box.querySelector("img").src = url;
    box.querySelector("img").alt = alt;
    box.showModal();
  }

  // ------------------------------------------------------------------- listening

  listen() {
    by("retry").addEventListener("click", () => this.retryNow?.());
    by("hood-toggle").addEventListener("click", () => this.openHood(by("hood").hidden));
    by("hood-close").addEventListener("click", () => this.openHood(false));
    by("picture").addEventListener("click", (event) => event.target === by("picture") && by("picture").close());
    for (const button of document.querySelectorAll(".move")) {
      button.addEventListener("click", () => this.move(button));
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !by("hood").hidden && !by("picture").open) this.openHood(false);
    });
    const leave = (event) => {
      if (event.target instanceof Element && event.target.closest(".phone")) return;
      this.active = null;
      for (const phone of this.phones.values()) phone.root.classList.remove("active");
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && NARROW.matches) this.tab?.watch();
    });
    NARROW.addEventListener("change", () => NARROW.matches && this.tab?.watch());
  }

  async move(button) {
    if (this.moving) return;
    this.moving = "The clock is walking…";
    button.setAttribute("aria-busy", "true");
    document.body.classList.add("walking");
    setText(by("note"), this.moving);
    const reply = await this.send("/control/clock", { move: button.dataset.move });
    this.moving = null;
    button.removeAttribute("aria-busy");
    document.body.classList.remove("walking");
    setText(by("note"), reply.error ?? reply.note ?? "");
  }
}

/** The emulator cannot be reached, or is not yet what it will be. */
class Unreachable extends Error {
  constructor({ waking = false } = {}) {
    super("the emulator does not answer");
    this.waking = waking;
  }
}

function setText(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

/** "America/New_York" as a person says it. */
function placeName(zone) {
  return `${zone.split("/").at(-1).replaceAll("_", " ")} time`;
}

function isBlocked(state, person) {
  return (state.blocked ?? []).includes(person.user_id);
}

/** The commands the bot has set for this person, as [name, words] pairs. */
function commandsOf(state, person) {
  const set = state.commands?.[person?.user_id] ?? [];
  return set.map(({ command, description }) => [command, description]);
}

/** What a call was about, in a line. */
function aboutCall({ params = {}, error, fault }) {
  const about = params.text ?? params.caption ?? params.phone_number ?? params.action ?? "";
  return [error, fault && `fault: ${fault}`, about].filter(Boolean).join(" · ");
}

new Page().run();
