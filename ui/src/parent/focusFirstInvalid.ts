// After a press that could not go: the first field to mend takes the focus, and its words are read with it.

/** There is one screen at a time. The fields are marked at the next paint. */
export function focusFirstInvalid(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('main :is(input, [role="spinbutton"])[aria-invalid="true"]')?.focus();
  });
}
