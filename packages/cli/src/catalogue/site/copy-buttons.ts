const shown = 2_000;

/** Buttons that copy the code beside them, and say so. */
export function startCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const label = button.querySelector('[data-copy-label]');
    button.addEventListener('click', async () => {
      const isCopied = await copyText(button.closest('.code')?.querySelector('code'));
      if (!label) return;
      label.textContent = isCopied ? 'Copied' : 'Press Ctrl+C';
      setTimeout(() => {
        label.textContent = 'Copy';
      }, shown);
    });
  }
}

/** Copies, or selects the text for people to copy where the browser lets no page do it. */
async function copyText(code: Element | null | undefined): Promise<boolean> {
  if (!code) return false;
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}
