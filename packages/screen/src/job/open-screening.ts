import { resolveMapping } from '../mapping/index.ts';
import type { OpenedSource } from '../source/contract.ts';
import { openSource } from '../source/open.ts';
import { withSheets } from '../source/xlsx/told-sheets.ts';
import type { ScreeningOptions } from './contract.ts';
import { type Engine, makeRoomFor, startEngine } from './engine.ts';
import { sampleCells } from './samples.ts';
import { Screening } from './screening.ts';
import { watched } from './watch.ts';

/** Opens an input for screening: engine, source, mapping, tabulation. @throws ScreenError, InputError */
export async function openScreening(options: ScreeningOptions): Promise<Screening> {
  const engine = await startEngine(options);
  try {
    return await watched(engine.connection, options, 'opening', async () => {
      const trusting = options.writesCsv === true;
      const source = await openSource(engine.connection, options.source, engine.folder, { trusting });
      await makeRoomFor(engine.connection, source.columns.length, options.memory);
      try {
        return await screeningOf(options, engine, source);
      } catch (error) {
        await source.close();
        throw withSheets(error, source.sheets);
      }
    });
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function screeningOf(options: ScreeningOptions, engine: Engine, source: OpenedSource): Promise<Screening> {
  const samples = await sampleCells(engine.connection, source);
  const { program, map, columns, asOfColumn, mayMapNothing } = options;
  const resolved = resolveMapping({
    declarations: program.compiled.declarations,
    rulebook: program.rulebook.id,
    columns: source.columns,
    samples,
    ...(map === undefined ? {} : { map }),
    ...(columns === undefined ? {} : { inline: columns }),
    ...(asOfColumn === undefined ? {} : { asOf: asOfColumn }),
    ...(mayMapNothing === undefined ? {} : { mayMapNothing }),
  });
  return new Screening(options, engine, source, resolved, samples);
}
