// Runs inside a page: finds what a person would name, reads what a person would see, and counts
// what a person does. It presses and types nothing: WebDriver does, as real input.
const walk = (window.__walk ??= (() => {
  const INVISIBLE = /[\u061c\u00ad\u200b\u200e\u200f\u2066-\u2069]/g;
  const FIELD =
    "input:not([type=hidden],[type=submit],[type=button],[type=checkbox],[type=radio]),textarea,select," +
    "[role=textbox],[role=searchbox],[role=combobox],[role=spinbutton],[role=group]:has([role=spinbutton])," +
    "[contenteditable=true]";
  const BUTTON =
    "button,a[href],summary,input[type=submit],input[type=button],[role=button],[role=link],[role=tab]," +
    "[role=menuitem],[role=menuitemradio],[role=menuitemcheckbox],[role=option],[role=row]";
  const TICK = "input[type=checkbox],input[type=radio],[role=checkbox],[role=radio],[role=switch]";
  const CHOICE =
    "select,[role=combobox],[role=radiogroup],[role=listbox],button[aria-haspopup=listbox],fieldset";
  const PLACE =
    "tr,li,[role=row],[role=listitem],[role=option],[role=group],[role=dialog],[role=alertdialog]," +
    "[role=region],dialog,fieldset,form,section,article,aside,nav,main";

  const clean = (text) => (text ?? "").replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert],[aria-hidden=true]");

  /** What a text says, whole and in each of its parts: a button may hold a title and a description. */
  const said = (element) => [element, ...element.querySelectorAll("*")].map((part) => clean(part.textContent));

  /** The accessible names one may call an element by, the whole one first. */
  const names = (element) => {
    const found = [];
    const referred = (element.getAttribute("aria-labelledby") ?? "")
      .split(/\s+/)
      .map((id) => id && document.getElementById(id))
      .filter(Boolean);
    found.push(clean(referred.map((part) => part.textContent).join(" ")));
    found.push(clean(element.getAttribute("aria-label")));
    for (const label of [...(element.labels ?? []), element.closest("label")]) if (label) found.push(...said(label));
    for (const part of referred) found.push(...said(part));
    if (element.tagName === "FIELDSET") found.push(clean(element.querySelector("legend")?.textContent));
    if (element.matches(BUTTON)) found.push(...said(element));
    if (element.matches("input[type=submit],input[type=button]")) found.push(clean(element.value));
    found.push(clean(element.title), clean(element.placeholder));
    return found.filter(Boolean);
  };

  /** The smallest place that says all these texts; the page when there are none. */
  const place = (texts) =>
    texts.reduce(
      (outer, text) =>
        [...outer.querySelectorAll(PLACE)]
          .filter((inner) => shown(inner) && clean(inner.innerText).includes(text))
          .sort((a, b) => a.innerText.length - b.innerText.length)[0] ?? null,
      document.body,
    );

  const within = (places, selector) => {
    const outer = place(places.map(clean));
    return outer ? [...outer.querySelectorAll(selector)].filter(shown) : [];
  };

  /** The first element of that name; one whose whole name it is goes before one that merely has it as a part. */
  const named = (elements, wanted) => {
    const rank = (element) => names(element).indexOf(clean(wanted));
    return elements
      .map((element) => [rank(element), element])
      .filter(([place]) => place >= 0)
      .sort(([a], [b]) => Math.min(a, 1) - Math.min(b, 1))[0]?.[1];
  };

  const answer = (element, elements) => {
    if (!element) return { state: "absent", offered: elements.map((other) => names(other)[0]).filter(Boolean) };
    const off = element.disabled || element.closest("[aria-disabled=true]");
    // The driver clicks what it takes for the middle, even where the edge of a scrolling part covers it.
    if (!off) element.scrollIntoView({ block: "nearest", inline: "nearest" });
    return { state: off ? "disabled" : "found", element };
  };

  /** A dialog hides what is behind it from the keyboard; what it says comes first here too. */
  const find = (selector, places, wanted) => {
    const elements = within(places, selector);
    return answer(named(elements, wanted), elements);
  };

  const field = (places, wanted) => {
    const elements = within(places, FIELD).filter(
      (element) => !element.matches("[role=spinbutton]") || !element.parentElement.closest("[role=group]:has([role=spinbutton])"),
    );
    const found = answer(named(elements, wanted), elements);
    if (found.element?.matches("[role=group]")) {
      found.segments = Object.fromEntries(
        ["year", "month", "day"].map((part) => [part, found.element.querySelector(`[data-type=${part}]`)]),
      );
    }
    return found;
  };

  const kindOf = (element) => {
    if (element.tagName === "SELECT") return "native";
    if (element.matches("input,[role=combobox]:not(button)")) return "typed";
    return element.matches("button") ? "popup" : "list";
  };

  const choice = (places, wanted) => {
    const elements = within(places, CHOICE);
    const found = answer(named(elements, wanted), elements);
    if (found.element) found.kind = kindOf(found.element);
    return found;
  };

  /** An option of a list, wherever the list was drawn; or a radio button inside its group. */
  const option = (group, wanted) => {
    const elements = [...(group ?? document).querySelectorAll(`[role=option],${TICK}`)].filter(shown);
    const found = answer(named(elements, wanted) ?? elements.find((other) => said(other).includes(clean(wanted))), elements);
    return pressable(found);
  };

  /** A tick box is often drawn by its label, the box itself being out of sight: the label is what one presses. */
  const pressable = (found) => {
    const label = found.element?.closest("label") ?? found.element?.labels?.[0];
    if (label && shown(label)) found.element = label;
    return found;
  };

  const editable = (target) =>
    target.closest?.("input:not([type=checkbox],[type=radio],[type=button],[type=submit]),textarea,[contenteditable=true],[role=spinbutton]");

  const count = { presses: 0, fields: 0, places: 0 };
  let filling = null;
  const press = () => {
    count.presses += 1;
    filling = null;
  };
  document.addEventListener("pointerdown", (event) => event.isTrusted && !editable(event.target) && press(), true);
  document.addEventListener("change", (event) => event.isTrusted && event.target.tagName === "SELECT" && press(), true);
  document.addEventListener(
    "keydown",
    (event) => {
      if (!event.isTrusted) return;
      const target = editable(event.target);
      if (event.key === "Enter" || (event.key === " " && !target)) press();
      if (!target || event.key.length !== 1 || event.ctrlKey) return;
      const one = target.closest("[role=group]:has([role=spinbutton])") ?? target;
      if (one !== filling) count.fields += 1;
      filling = one;
    },
    true,
  );

  const moments = { pressed: null, came: null };
  document.addEventListener("click", (event) => event.isTrusted && (moments.pressed = performance.timeOrigin + event.timeStamp), true);
  const now = () => performance.timeOrigin + performance.now();

  /** What a person sees of the focus: a line round the thing or round what it stands in, or its own ground in a list or a date. */
  const isSeen = (element) => {
    const ringed = (part) => {
      const style = getComputedStyle(part);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    };
    const around = [element, element.closest("label"), element.parentElement, element.parentElement?.parentElement];
    if (around.some((part) => part && ringed(part))) return true;
    const ground = getComputedStyle(element).backgroundColor;
    return element.matches("[role=option],[role=menuitem],[role=spinbutton]") && !/^rgba\(.*, 0\)$/.test(ground);
  };

  const places = new WeakMap();
  const stop = () => {
    const focus = document.activeElement;
    // Past the last stop, the page itself is one, and nothing is to be seen of it.
    if (!focus || focus === document.body) return { place: 0, names: ["(the page)"], seen: true };
    if (!places.has(focus)) places.set(focus, (count.places += 1));
    const group = focus.closest("[role=group],[role=radiogroup]");
    const found = [...names(focus), ...(group ? names(group) : [])];
    const box = focus.matches(TICK) ? (focus.closest("label") ?? focus) : focus;
    const { top, bottom } = box.getBoundingClientRect();
    const inView = bottom > 0 && top < innerHeight;
    return { place: places.get(focus), names: found, seen: inView && isSeen(focus) };
  };

  return {
    stop,
    /** The step that the parent is at, or the room in which the desk is; neither before the desk is open. */
    at: () =>
      document.querySelector("main[data-step]")?.dataset.step ??
      document.querySelector("[aria-current=page][data-act^=room_]")?.dataset.act ??
      null,
    /** The size of a window that does not have the keyboard. */
    idle: () => (document.hasFocus() ? null : [innerWidth, innerHeight]),
    /** Watches for words, in small letters; false when they stand there already. */
    expect: (words) => {
      const stands = () => document.body.innerText.replace(/\s+/g, " ").toLowerCase().includes(words);
      if (stands()) return false;
      moments.came = null;
      const watch = new MutationObserver(() => {
        const at = now();
        if (!stands()) return;
        moments.came = at;
        watch.disconnect();
      });
      watch.observe(document.body, { subtree: true, childList: true, characterData: true });
      return true;
    },
    cameAt: () => moments.came,
    pressedAt: () => moments.pressed,
    /** Whether something was pressed since the acts were last read. */
    pressed: () => count.presses > 0,
    /** What was done here since the last time it was asked. */
    acts: () => {
      const acts = { acts: count.presses + count.fields, typed: count.fields };
      Object.assign(count, { presses: 0, fields: 0 });
      return acts;
    },
    /** What Rust answers when this page calls a command. */
    invoke: (command) =>
      window.__TAURI_INTERNALS__.invoke(command, { request: null }).then(
        () => "allowed",
        (refusal) => String(refusal?.code ?? refusal),
      ),
    /** What a page tries that wants to be rid of its window. */
    shut: () => {
      window.close();
      return true;
    },
    /** Two frames after what was last drawn, or soon after where nothing is drawn any more. */
    painted: () =>
      Promise.race([
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
        new Promise((done) => setTimeout(() => done(true), 400)),
      ]),
    button: (places, wanted) => find(BUTTON, places, wanted),
    tick: (places, wanted) => pressable(find(TICK, places, wanted)),
    field,
    choice,
    option,
    items: (places) => {
      const lists = within(places, "ol,ul,tbody,[role=list],[role=listbox]");
      const [longest] = lists.sort((a, b) => b.children.length - a.children.length);
      return longest ? [...longest.children].filter(shown).map((item) => clean(item.innerText)) : null;
    },
    /** Whether one row says both. */
    together: (one, other) =>
      [...document.querySelectorAll("li,tr,[role=row],[role=listitem]")].some((row) =>
        [one, other].every((words) => row.innerText.replace(/\s+/g, " ").toLowerCase().includes(words)),
      ),
    text: (places) => (place(places.map(clean))?.innerText ?? "").split("\n").map(clean).filter(Boolean).join("\n"),
    focus: () => document.activeElement,
    focused: () => names(document.activeElement)[0] ?? "",
    isTicked: (places, wanted) => {
      const { element } = find(TICK, places, wanted);
      return element ? element.checked || element.getAttribute("aria-checked") === "true" : null;
    },
    value: (places, wanted) => {
      const { element } = field(places, wanted);
      return element ? (element.value ?? clean(element.innerText)) : null;
    },
  };
})());
