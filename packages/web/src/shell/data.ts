/** What the page was made with, as the server sent it. The build writes it, so its shape is the one that the build gives it. */
export function pageData<T>(): T {
  const text = document.getElementById('data')?.textContent;
  if (text === undefined) throw new Error('the page has no data');
  const data: T = JSON.parse(text);
  return data;
}
