/** Where a page has its content: Next writes it so, with what is shown until the application runs. */
export function container(): HTMLElement {
  const found = document.getElementById('__next');
  if (found === null) throw new Error('this page was not made by the build');
  return found;
}
