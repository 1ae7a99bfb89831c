/** A command of a `console` sample with the output that the page states. */
export interface Step {
  readonly command: string;
  readonly output: string;
}

/** Splits a `console` sample: `$ command`, with `\` at the end of a line that goes on, then its output. */
export function stepsOf(text: string): readonly Step[] {
  const steps: { command: string; output: string[] }[] = [];
  let goesOn = false;
  for (const line of text.split('\n')) {
    const last = steps.at(-1);
    if (goesOn && last !== undefined) last.command += `\n${line}`;
    else if (line.startsWith('$ ')) steps.push({ command: line.slice(2), output: [] });
    else if (last === undefined) throw new Error(`a console sample begins with "$ command", not ${line}`);
    else last.output.push(line);
    goesOn = line.endsWith('\\') && (goesOn || line.startsWith('$ '));
  }
  return steps.map(({ command, output }) => ({ command, output: output.join('\n') }));
}

/**
 * Whether output is as stated. A line `...` stands for any lines, `...` within a line for any text.
 * Space at the ends of lines and blank lines at the end do not count.
 */
export function matches(stated: string, actual: string): boolean {
  const pattern = tidy(stated)
    .split('\n')
    .map((line) => (line === '...' ? '(?:[^\\n]*\\n)*?' : `${line.split('...').map(literally).join('[^\\n]*')}\\n`))
    .join('');
  return new RegExp(`^${pattern}$`).test(`${tidy(actual)}\n`);
}

function tidy(text: string): string {
  return text.replace(/[ \t]+$/gm, '').replace(/\n+$/, '');
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
