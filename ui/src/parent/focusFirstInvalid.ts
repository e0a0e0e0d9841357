// After a press that could not go: the first field to mend takes the focus, and its words are read with it.

/** There is one screen at a time. The fields are marked at the next paint. */
export function focusFirstInvalid(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('main :is(input, [role="spinbutton"])[aria-invalid="true"]');
    field?.focus();
    // Taking the focus shows the bare box: what it asks for and what is wrong stand around it.
    if (field) frameOf(field).scrollIntoView({ block: 'nearest' });
  });
}

/** The whole of a field: the outermost part that is marked as wrong. */
function frameOf(part: HTMLElement): HTMLElement {
  const outer = part.parentElement?.closest<HTMLElement>('[data-invalid]');
  return outer ? frameOf(outer) : part;
}
