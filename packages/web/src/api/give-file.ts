/** Gives a file to the person, under a name. */
export function giveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name that a reply gives to the file it carries: `filename*=UTF-8''...` of Content-Disposition. */
export function nameOf(disposition: string | null, otherwise: string): string {
  const [, name] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  return name === undefined ? otherwise : decodeURIComponent(name);
}
