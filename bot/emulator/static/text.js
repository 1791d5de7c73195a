/**
 * Message text: from Telegram's entities to DOM nodes.
 *
 * Offsets and lengths are UTF-16 units, which is what JavaScript strings
 * count in. Nothing here ever parses markup: whatever a person typed can only
 * become text.
 */

const PLAIN_TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

/** What a Telegram app marks by itself when the sender has not. */
const MARKED_BY_THE_APP = /(?<command>(?<=^|[\s(«“\"])\/[a-z][a-z0-9_]{0,31}\b)|(?<phone>(?<![\w+])\+\d[\d ()-]{5,18}\d)/g;

/** Make an element with a class and some text, all of it optional. */
export function make(tag, className = "", text = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

/** Make a decorative icon from the sprite in chat.html. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** Return the address if a browser may open it, else null. */
export function webAddress(url) {
  try {
    const parsed = new URL(url);
    return ["http:", "https:"].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

/** Is this a link back into a Telegram chat, such as an invitation? */
export function isDeepLink(url) {
  return /^(https:\/\/t\.me\/|tg:)/i.test(url);
}

/**
 * Render a text with its entities.
 *
 * Entities may nest. Where two cross, which Telegram never sends, the later
 * one is cut at the end of the earlier and goes on behind it.
 *
 * @param {string} text
 * @param {Array<{type: string, offset: number, length: number, url?: string}>} entities
 * @param {(command: string) => void} onCommand called when a /command is tapped
 * @returns {DocumentFragment}
 */
export function renderText(text, entities, onCommand) {
  const queue = (entities ?? [])
    .map((entity) => ({
      ...entity,
      start: Math.max(0, entity.offset),
      end: Math.min(text.length, entity.offset + entity.length),
    }))
    .filter((entity) => entity.start < entity.end)
    .sort(byPlace);
  const whole = document.createDocumentFragment();
  fill(whole, text, 0, text.length, queue, onCommand, false);
  return whole;
}

function byPlace(a, b) {
  return a.start - b.start || b.end - a.end;
}

function fill(parent, text, from, to, queue, onCommand, literal) {
  let at = from;
  let left = queue;
  while (left.length) {
    const [entity, ...rest] = left;
    addPlain(parent, text.slice(at, entity.start), onCommand, literal);
    const inside = [];
    const after = [];
    for (const other of rest) {
      if (other.start >= entity.end) after.push(other);
      else if (other.end <= entity.end) inside.push(other);
      else {
        inside.push({ ...other, end: entity.end });
        after.push({ ...other, start: entity.end });
      }
    }
    const node = wrapper(entity, text.slice(entity.start, entity.end), onCommand);
    const asIs = literal || ["code", "pre", "bot_command", "url", "text_link", "phone_number"].includes(entity.type);
    fill(node, text, entity.start, entity.end, inside, onCommand, asIs);
    parent.append(node);
    at = entity.end;
    if (isBlock(node) && text[at] === "\n" && at < to && !(after[0]?.start === at)) at += 1;
    left = after.sort(byPlace);
  }
  addPlain(parent, text.slice(at, to), onCommand, literal);
}

/** A block ends its line by itself; the line break behind it would be a second one. */
function isBlock(node) {
  return node.tagName === "BLOCKQUOTE" || node.tagName === "PRE";
}

function wrapper(entity, words, onCommand) {
  if (entity.type in PLAIN_TAGS) return make(PLAIN_TAGS[entity.type]);
  switch (entity.type) {
    case "text_link":
      return link(entity.url ?? "");
    case "url":
      return link(words.includes("://") ? words : `https://${words}`);
    case "bot_command":
      return command(words, onCommand);
    case "spoiler":
      return spoiler();
    case "phone_number":
      return make("span", "number");
    default:
      return make("span", `entity-${entity.type.replace(/\W/g, "")}`);
  }
}

function link(url) {
  const address = webAddress(url);
  if (!address || isDeepLink(url)) {
    const shown = make("span", "link");
    shown.title = url;
    return shown;
  }
  const anchor = make("a", "link");
  anchor.href = address;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

function command(words, onCommand) {
  const button = make("button", "command-link");
  button.type = "button";
  button.addEventListener("click", () => onCommand(words));
  return button;
}

function spoiler() {
  const button = make("button", "spoiler");
  button.type = "button";
  button.setAttribute("aria-label", "Hidden text: tap to show");
  button.addEventListener("click", () => {
    button.classList.add("shown");
    button.removeAttribute("aria-label");
  });
  return button;
}

/**
 * Add text that no entity covers.
 *
 * Phone numbers are marked but never dialled: the numbers in a crisis card
 * are real, and a demo must not ring them.
 */
function addPlain(parent, text, onCommand, literal) {
  if (!text) return;
  if (literal) {
    parent.append(text);
    return;
  }
  let at = 0;
  for (const found of text.matchAll(MARKED_BY_THE_APP)) {
    parent.append(text.slice(at, found.index));
    const node = found.groups.command ? command(found[0], onCommand) : make("span", "number");
    node.append(found[0]);
    parent.append(node);
    at = found.index + found[0].length;
  }
  parent.append(text.slice(at));
}
