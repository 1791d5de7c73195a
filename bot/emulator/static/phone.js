/**
 * One phone: a person, their chat with the bot, and a lock screen.
 *
 * A phone shows what the emulator's state says and keeps nothing of its own
 * but what has been read, where the person has scrolled to and what they are
 * typing. Messages are matched by id, so that a bubble which did not change
 * is never built again and the keyboard focus stays where it was.
 */

import { icon, isDeepLink, make, renderText, webAddress } from "./text.js";

const BANNER_MS = 9000;
const TOAST_MS = 4500;
/** How long a Telegram app waits for the answer to a tap. */
const TAP_WAITS_MS = 15_000;
const NEAR_THE_END_PX = 48;

/** The commands offered while the bot has not told us its own. */
const COMMANDS = {
  client: [
    ["checkin", "Check in now"],
    ["now", "Help right now"],
    ["sos", "People and numbers"],
    ["plan", "My plan"],
    ["goals", "My goals"],
    ["progress", "How it is going"],
    ["times", "When to ask"],
    ["help", "What I can do"],
  ],
  other: [
    ["sos", "People and numbers"],
    ["privacy", "What is kept"],
    ["language", "Change the language"],
    ["help", "What I can do"],
  ],
};

const MEDIA = {
  voice: "Voice message",
  audio: "Sound",
  video: "Video",
  video_note: "Video message",
  animation: "Animation",
  sticker: "Sticker",
  location: "Place",
  photo: "Picture",
  document: "File",
};

/** The times of the town, in words. */
export class TownTime {
  constructor(zone) {
    this.zone = zone;
    const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });
    this.clock = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.seconds = format({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
    this.long = format({ weekday: "long", day: "numeric", month: "long" });
    this.short = format({ weekday: "short", day: "numeric", month: "long" });
    this.full = format({ dateStyle: "full", timeStyle: "short" });
    this.key = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  }

  /** Name a day as a person would on `now`. */
  dayName(at, now) {
    const days = Math.round((Date.parse(this.key.format(now)) - Date.parse(this.key.format(at))) / 864e5);
    if (days === 0) return "Today";
    if (days === 1) return "Yesterday";
    return this.short.format(at);
  }
}

/** What a lock screen shows of a message: one line. */
export function firstLine(message) {
  const line = (message.text ?? "").split("\n").find((part) => part.trim());
  if (line) return line.trim();
  if (message.photo) return "Picture";
  if (message.contact) return `Contact: ${message.contact.name}`;
  if (message.document) return `File: ${message.document.name}`;
  return mediaName(message) ?? "Message";
}

/** Name what a person sent that is neither words nor shown as a card, else null. */
function mediaName(message) {
  const kind = Object.keys(MEDIA).find((name) => name in (message.extra ?? {}));
  return kind ? MEDIA[kind] : null;
}

/** The rows under a message: buttons, or labels which say themselves. */
function keysOf(message) {
  const labels = (message.keyboard ?? []).map((row) => row.map((label) => ({ label })));
  return [...(message.buttons ?? []), ...labels];
}

function sign(name, words) {
  const mark = make("span", "sign");
  mark.title = words;
  mark.append(icon(name), make("span", "sr-only", words));
  return mark;
}

export class Phone {
  /**
   * @param {object} person user_id, name, role, blurb
   * @param {object} page what the phone asks of the page around it:
   *   send(path, body), isWatched(phone), onWatched(phone), onUnread(phone),
   *   onBanner(phone, words), showPicture(url, alt)
   */
  constructor(person, page) {
    this.person = person;
    this.page = page;
    this.unread = 0;
    this.waitingBelow = 0;
    this.pinned = true;
    this.lastTop = 0;
    this.shown = new Map();
    this.seenAnswers = null;
    this.owedFocus = null;
    this.openTaps = new Map();

    const root = document.getElementById("phone-template").content.cloneNode(true).firstElementChild;
    this.root = root;
    const find = (selector) => root.querySelector(selector);
    this.log = find(".log");
    this.empty = find(".empty");
    this.composer = find(".composer");
    this.unblock = find(".unblock");
    this.input = find("textarea");
    this.newest = find(".to-newest");
    this.banner = find(".banner");
    this.toastBox = find(".toast");
    this.alertCard = find(".alert-card");
    this.menu = find(".commands");
    this.slash = find(".slash");
    this.statusTime = find(".status-time");
    this.botLine = find(".bot-line");
    this.spoken = find(".spoken");

    root.id = `phone-${person.user_id}`;
    root.dataset.role = person.role;
    const heading = find("h2");
    heading.id = `owner-${person.user_id}`;
    root.setAttribute("aria-labelledby", heading.id);
    find(".avatar").textContent = person.name.slice(0, 1);
    find(".owner-name").textContent = person.name;
    find(".owner-role").textContent = person.role;
    find(".owner-blurb").textContent = person.blurb ?? "";
    find(".owner-blurb").title = person.blurb ?? "";
    this.log.setAttribute("aria-label", `Messages on ${person.name}'s phone`);
    this.input.setAttribute("aria-label", `Write as ${person.name}`);
    this.slash.setAttribute("aria-label", `Commands for ${person.name}`);
    find(".send").setAttribute("aria-label", `Send as ${person.name}`);
    this.listen(find);
  }

  listen(find) {
    this.unblock.addEventListener("click", () =>
      this.page.send("/control/block", { user_id: this.person.user_id, blocked: false }),
    );
    this.composer.addEventListener("submit", (event) => {
      event.preventDefault();
      this.say(this.input.value);
    });
    this.input.addEventListener("keydown", (event) => this.typeKey(event));
    this.input.addEventListener("input", () => {
      this.grow();
      this.offerCommands(this.input.value);
    });
    this.slash.addEventListener("click", () => (this.menu.hidden ? this.openMenu("", true) : this.closeMenu(true)));
    this.menu.addEventListener("keydown", (event) => this.menuKey(event));
    this.log.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.log.addEventListener("keydown", (event) => this.logKey(event));
    this.newest.addEventListener("click", () => {
      this.pinned = true;
      this.toEnd();
      this.input.focus({ preventScroll: true });
    });
    this.banner.addEventListener("click", () => this.watch());
    this.alertCard.querySelector("button").addEventListener("click", () => {
      this.alertCard.hidden = true;
      this.input.focus({ preventScroll: true });
    });
    this.root.addEventListener("pointerdown", () => this.watch());
    this.root.addEventListener("focusin", () => this.watch());
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.menu.hidden) {
        event.stopPropagation();
        this.closeMenu(true);
      }
    });
    document.addEventListener("pointerdown", (event) => {
      if (!this.menu.hidden && !this.menu.contains(event.target) && event.target !== this.slash) this.closeMenu(false);
    });
    new ResizeObserver(() => this.keepPlace()).observe(this.log);
  }

  /** Somebody has turned to this phone: what came in is read. */
  watch() {
    this.page.onWatched(this);
    this.hideBanner();
    if (this.unread) {
      this.unread = 0;
      this.page.onUnread(this);
    }
  }

  // ---------------------------------------------------------------- showing

  /**
   * Show a state.
   *
   * @param {object} view messages, time (TownTime), now (Date), blocked,
   *   commands as [name, words] pairs, answers (this phone's, to taps), ready,
   *   first (true when these
   *   messages are history, not news)
   */
  show(view) {
    this.commands = view.commands;
    this.statusTime.textContent = view.time.clock.format(view.now);
    this.botLine.textContent = view.blocked ? "blocked" : "bot";
    this.root.classList.toggle("blocked", view.blocked);
    this.composer.hidden = view.blocked;
    this.unblock.hidden = !view.blocked;

    const place = this.focusedPlace();
    const news = this.reconcile(view);
    this.newestKeyboardInTabOrder();
    this.restoreFocus(place);
    this.payFocus();
    this.empty.hidden = view.messages.length > 0 || !view.ready;
    if (this.pinned) this.toEnd();

    const fromBot = news.filter((message) => message.sender === "bot");
    if (!view.first && fromBot.length) this.announce(fromBot);
    this.showAnswers(view.answers, view.first);
  }

  announce(messages) {
    const lines = messages.map(firstLine);
    this.spoken.textContent = `${this.person.name}'s phone: ${lines.join(". ")}`;
    if (!this.pinned) {
      this.waitingBelow += messages.length;
      this.newest.querySelector("span").textContent = `${this.waitingBelow} new`;
      this.newest.hidden = false;
    }
    if (this.page.isWatched(this)) return;
    this.unread += messages.length;
    this.page.onUnread(this);
    const last = messages.at(-1);
    this.showBanner(lines.at(-1), Boolean(last.silent));
    this.page.onBanner(this, lines.at(-1));
  }

  reconcile({ messages, time, now, first }) {
    const wanted = [];
    let day = "";
    for (const message of messages) {
      const at = new Date(message.at);
      const key = time.key.format(at);
      if (key !== day) {
        day = key;
        const label = time.dayName(at, now);
        wanted.push({ key: `day ${key}`, signature: label, build: () => this.daySeparator(label) });
      }
      wanted.push({
        key: message.message_id,
        signature: JSON.stringify([message, time.zone]),
        build: () => this.bubble(message, time),
        message,
      });
    }

    const keys = new Set(wanted.map((item) => item.key));
    for (const [key, entry] of this.shown) {
      if (!keys.has(key)) {
        entry.node.remove();
        this.shown.delete(key);
      }
    }
    const news = [];
    let cursor = this.log.firstElementChild;
    for (const item of wanted) {
      const before = this.shown.get(item.key);
      let node = before?.node;
      if (before?.signature !== item.signature) {
        node = item.build();
        if (!first) node.classList.add(before ? "changed" : "fresh");
        if (before) {
          if (cursor === before.node) cursor = before.node.nextElementSibling;
          before.node.remove();
        } else if (item.message) {
          news.push(item.message);
        }
        this.shown.set(item.key, { node, signature: item.signature });
      }
      if (node === cursor) cursor = cursor.nextElementSibling;
      else this.log.insertBefore(node, cursor);
    }
    return news;
  }

  daySeparator(label) {
    const item = make("li", "day");
    item.append(make("span", "", label));
    return item;
  }

  bubble(message, time) {
    const item = make("li", `message from-${message.sender === "bot" ? "bot" : "user"}`);
    item.dataset.id = message.message_id;
    const bubble = make("div", "bubble");
    bubble.append(make("span", "sr-only", message.sender === "bot" ? "Handrail: " : `${this.person.name}: `));
    if (message.photo) bubble.append(this.photo(message));
    if (message.contact) bubble.append(this.contactCard(message.contact));
    if (message.document) bubble.append(this.documentCard(message.document));
    const media = mediaName(message);
    if (media) bubble.append(make("em", "media", media));
    if (message.text) {
      const words = make("div", "words");
      words.dir = "auto";
      words.append(renderText(message.text, message.entities, (command) => this.say(command)));
      bubble.append(words);
    }
    bubble.append(this.meta(message, time));
    item.append(bubble);
    const rows = keysOf(message);
    if (rows.length) item.append(this.keyboard(message, rows));
    return item;
  }

  meta(message, time) {
    const meta = make("span", "meta");
    if (message.protect_content) meta.append(sign("lock", "Cannot be forwarded or saved"));
    if (message.silent) meta.append(sign("silent", "Sent without sound"));
    if (message.edited_at) {
      const mark = make("span", "edited", "edited");
      mark.title = `Edited ${time.full.format(new Date(message.edited_at))}`;
      meta.append(mark);
    }
    const stamp = make("time", "", time.clock.format(new Date(message.at)));
    stamp.dateTime = message.at;
    stamp.title = time.full.format(new Date(message.at));
    meta.append(stamp);
    return meta;
  }

  photo(message) {
    const alt = firstLine(message);
    const button = make("button", "photo");
    button.type = "button";
    button.setAttribute("aria-label", `Picture, open larger: ${alt}`);
    const image = make("img");
    image.alt = "";
    image.addEventListener("load", () => this.pinned && this.toEnd());
    image.src = message.photo;
    button.append(image);
    button.addEventListener("click", () => this.page.showPicture(message.photo, alt));
    return button;
  }

  contactCard(contact) {
    const card = make("div", "card");
    const words = make("div");
    words.append(make("b", "", contact.name), make("span", "number", contact.phone ?? ""));
    card.append(make("span", "card-mark", (contact.name ?? "?").slice(0, 1)), words);
    return card;
  }

  documentCard(file) {
    const card = make(file.url ? "a" : "div", "card");
    if (file.url) {
      card.href = file.url;
      card.download = file.name;
    }
    const mark = make("span", "card-mark");
    mark.append(icon("file"));
    const words = make("div");
    words.append(make("b", "", file.name), make("span", "", "File"));
    card.append(mark, words);
    return card;
  }

  keyboard(message, rows) {
    const keys = make("div", "keys");
    keys.setAttribute("role", "group");
    keys.setAttribute("aria-label", "Answers");
    for (const row of rows) {
      const line = make("div", "keys-row");
      if (row.length > 4) line.classList.add("many");
      for (const key of row) line.append(this.key(message, key));
      keys.append(line);
    }
    return keys;
  }

  key(message, key) {
    if (key.url && webAddress(key.url) && !isDeepLink(key.url)) {
      const anchor = make("a", "key", key.label);
      anchor.href = webAddress(key.url);
      anchor.target = "_blank";
      anchor.rel = "noopener noreferrer";
      anchor.append(icon("out"));
      return anchor;
    }
    const button = make("button", "key", key.label);
    button.type = "button";
    if (key.url) {
      button.append(icon("out"));
      button.addEventListener("click", () => this.toast(`In Telegram this opens ${key.url}`));
    } else if (key.data === undefined || key.data === null) {
      button.addEventListener("click", () => this.say(key.label));
    } else {
      button.addEventListener("click", () => this.tap(button, message.message_id, key.data));
    }
    return button;
  }

  // ------------------------------------------------------- focus and scroll

  /** Where the keyboard focus is, if it sits on an answer of this chat. */
  focusedPlace() {
    const key = document.activeElement?.closest?.(".key");
    if (!key || !this.log.contains(key)) return null;
    return { id: key.closest(".message").dataset.id, label: key.textContent, visible: key.matches(":focus-visible") };
  }

  /**
   * Give the focus back when the answer that had it was drawn anew.
   *
   * The same answer if it is still there (a tick in a list), else the first
   * answer of the question that came instead.
   */
  restoreFocus(place) {
    if (!place || this.log.contains(document.activeElement)) return;
    const same = this.log.querySelector(`.message[data-id="${CSS.escape(place.id)}"]`);
    const bare = (label) => label.replace(/[^\p{L}\p{N}]/gu, "");
    const keys = [...(same?.querySelectorAll(".key") ?? [])];
    const next =
      keys.find((key) => bare(key.textContent) === bare(place.label)) ??
      keys[0] ??
      [...this.log.querySelectorAll(".message")].at(-1)?.querySelector(".key");
    (next ?? this.log).focus({ preventScroll: true, focusVisible: place.visible });
    if (!next) this.owedFocus = place;
  }

  /** Move on to the next question when it comes a moment after its forerunner's answers went. */
  payFocus() {
    const first = [...this.log.querySelectorAll(".message")].at(-1)?.querySelector(".key");
    if (!this.owedFocus || !first) return;
    if (document.activeElement === this.log) first.focus({ preventScroll: true, focusVisible: this.owedFocus.visible });
    this.owedFocus = null;
  }

  /** Only the newest question is in the tab order; arrows reach the others. */
  newestKeyboardInTabOrder() {
    const keyboards = [...this.log.querySelectorAll(".keys")];
    const newest = keyboards.pop();
    for (const keys of keyboards) for (const key of keys.querySelectorAll(".key")) key.tabIndex = -1;
    for (const key of newest?.querySelectorAll(".key") ?? []) key.tabIndex = 0;
  }

  logKey(event) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const here = document.activeElement?.closest?.(".key");
    if (!step || !here) return;
    const all = [...this.log.querySelectorAll(".key")];
    const next = all[all.indexOf(here) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  /** Only going up lets go of the end: a picture that loads or a narrower phone does not. */
  scrolled() {
    if (!this.log.clientHeight) return;
    const movedUp = this.log.scrollTop < this.lastTop - 2;
    this.lastTop = this.log.scrollTop;
    const nearTheEnd = this.log.scrollHeight - this.lastTop - this.log.clientHeight < NEAR_THE_END_PX;
    if (nearTheEnd) this.pinned = true;
    else if (movedUp) this.pinned = false;
    if (this.pinned) {
      this.waitingBelow = 0;
      this.newest.querySelector("span").textContent = "Newest";
    }
    this.newest.hidden = this.pinned;
  }

  keepPlace() {
    if (this.pinned) this.toEnd();
    else this.log.scrollTop = this.lastTop;
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  // ----------------------------------------------------------- saying, tapping

  async say(text) {
    if (!text.trim()) return;
    const typed = this.input.value;
    this.input.value = "";
    this.grow();
    this.closeMenu(false);
    this.pinned = true;
    const reply = await this.page.send("/control/say", { user_id: this.person.user_id, text });
    if (reply.error) {
      this.input.value = typed;
      this.grow();
      this.toast(reply.error);
    }
  }

  async tap(button, messageId, data) {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    this.pinned = true;
    const reply = await this.page.send("/control/tap", { user_id: this.person.user_id, message_id: messageId, data });
    const done = () => button.removeAttribute("aria-busy");
    if (reply.error) {
      done();
      this.toast(reply.error);
    } else {
      this.openTaps.set(String(reply.query_id), done);
      setTimeout(done, TAP_WAITS_MS);
    }
  }

  /** Show what the bot said to taps, each answer once. */
  showAnswers(answers, first) {
    const before = this.seenAnswers;
    this.seenAnswers = new Set(answers.map((answer) => answer.id));
    for (const { id } of answers) {
      this.openTaps.get(id)?.();
      this.openTaps.delete(id);
    }
    if (first || !before) return;
    for (const answer of answers) if (!before.has(answer.id)) this.showAnswer(answer);
  }

  showAnswer(answer) {
    if (!answer?.text) return;
    if (answer.show_alert) {
      this.alertCard.querySelector("p").textContent = answer.text;
      this.alertCard.hidden = false;
      if (this.page.isWatched(this)) this.alertCard.querySelector("button").focus({ preventScroll: true });
    } else {
      this.toast(answer.text);
    }
  }

  toast(words) {
    clearTimeout(this.toastTimer);
    this.toastBox.textContent = words;
    this.toastBox.classList.add("shown");
    this.toastTimer = setTimeout(() => this.toastBox.classList.remove("shown"), TOAST_MS);
  }

  // -------------------------------------------------------------- lock screen

  showBanner(line, silent) {
    clearTimeout(this.bannerTimer);
    const more = this.banner.hidden ? 0 : Number(this.banner.dataset.more ?? 0) + 1;
    this.banner.dataset.more = more;
    const find = (selector) => this.banner.querySelector(selector);
    find("b").textContent = "Handrail";
    find(".banner-when").textContent = silent ? "now · no sound" : "now";
    find(".banner-line").textContent = line;
    find(".banner-more").textContent = `+${more}`;
    find(".banner-more").hidden = more === 0;
    this.banner.setAttribute("aria-label", `On ${this.person.name}'s lock screen: ${line}`);
    this.banner.hidden = false;
    this.bannerTimer = setTimeout(() => this.hideBanner(), BANNER_MS);
  }

  hideBanner() {
    clearTimeout(this.bannerTimer);
    this.banner.hidden = true;
  }

  // ---------------------------------------------------------------- composer

  typeKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.say(this.input.value);
    } else if (event.key === "ArrowUp" && !this.menu.hidden) {
      event.preventDefault();
      [...this.menu.children].at(-1)?.focus();
    }
  }

  grow() {
    this.input.rows = Math.min(4, this.input.value.split("\n").length);
  }

  offerCommands(typed) {
    if (/^\/\w*$/.test(typed)) this.openMenu(typed.slice(1).toLowerCase(), false);
    else this.closeMenu(false);
  }

  openMenu(start, focus) {
    const known = this.commands?.length ? this.commands : COMMANDS[this.person.role] ?? COMMANDS.other;
    const fitting = known.filter(([name]) => name.startsWith(start));
    this.menu.replaceChildren(
      ...fitting.map(([name, words]) => {
        const item = make("button", "command");
        item.type = "button";
        item.tabIndex = -1;
        item.setAttribute("role", "menuitem");
        item.append(make("b", "", `/${name}`), make("span", "", words));
        item.addEventListener("click", () => {
          this.say(`/${name}`);
          this.input.focus({ preventScroll: true });
        });
        return item;
      }),
    );
    this.menu.hidden = fitting.length === 0;
    this.slash.setAttribute("aria-expanded", String(!this.menu.hidden));
    if (focus) this.menu.firstElementChild?.focus();
  }

  closeMenu(focus) {
    this.menu.hidden = true;
    this.slash.setAttribute("aria-expanded", "false");
    if (focus) this.slash.focus();
  }

  menuKey(event) {
    const items = [...this.menu.children];
    const here = items.indexOf(document.activeElement);
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (next >= items.length) this.input.focus();
    else items[Math.max(0, next)].focus();
  }
}
