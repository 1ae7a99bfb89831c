let codes;

/** Two-byte codes by character, read off the decoder that every Node has. */
function twoByteCodes() {
  const decoder = new TextDecoder('gb18030');
  const table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd') table.set(text, [lead, trail]);
    }
  }
  return table;
}

/**
 * A text in GB18030. The book needs no character outside ASCII and the two-byte codes.
 * @param {string} text
 */
export function encodeGb18030(text) {
  codes ??= twoByteCodes();
  const bytes = [];
  for (const character of text) {
    if (character < '\x80') bytes.push(character.charCodeAt(0));
    else {
      const code = codes.get(character);
      if (code === undefined) throw new Error(`no two-byte code in GB18030 for ${character}`);
      bytes.push(...code);
    }
  }
  return Buffer.from(bytes);
}
