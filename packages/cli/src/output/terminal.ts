/** What the output goes to: how wide it is and whether it shows colours. */
export interface Terminal {
  /** Columns to fill at most. */
  readonly width: number;
  readonly colour: boolean;
}

const PLAIN_WIDTH = 80;
const WIDEST = 120;
const NARROWEST = 40;

/**
 * What standard output shows, given the columns of the terminal that it is, if it is one. Colours only on a terminal that
 * is not told otherwise (`NO_COLOR`, `--no-color`, `TERM=dumb`); `FORCE_COLOR` turns them on elsewhere.
 * Width: the terminal's, else `COLUMNS`, else 80.
 */
export function detectTerminal(
  environment: NodeJS.ProcessEnv,
  terminalColumns: number | undefined,
  noColour: boolean,
): Terminal {
  const terminal = terminalColumns !== undefined;
  const columns = terminalColumns || Number(environment.COLUMNS || PLAIN_WIDTH);
  const wanted = environment.FORCE_COLOR !== undefined && environment.FORCE_COLOR !== '0';
  const refused = noColour || Boolean(environment.NO_COLOR) || environment.TERM === 'dumb';
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, Number.isFinite(columns) ? Math.floor(columns) : PLAIN_WIDTH)),
    colour: !refused && (terminal || wanted),
  };
}
