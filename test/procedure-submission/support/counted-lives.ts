import type { Cell, OpenDossierRow } from '../../../functions/procedure-submission/counter-ports.ts';
import { levels } from '../../../functions/procedure-submission/counter-measures.ts';
import { partOf, shareOf, sumOf } from '../../../functions/procedure-submission/counting.ts';
import type { Held } from '../../../functions/procedure-submission/monthly-figures.ts';
import { procedure } from './dossiers.ts';
import type { Life } from './random-lives.ts';

const about = { level: procedure.level, field: procedure.field };

/** What the counters hold after these lives, all of one field and level. */
export const heldOf = (lives: readonly Life[], now: Date): Held => {
  const dossiers = lives.flatMap((life) => life.at(-1) ?? []);
  const parts = sumOf(dossiers.flatMap((dossier) => [...shareOf(dossier, dossier.filed.channel === 'online' ? 'level4' : undefined)]));
  const cells = [...parts].map(([key, counts]) => ({ month: partOf(key).month, cell: { agency: partOf(key).agency, about, counts } satisfies Cell }));
  const stocks = sumOf(cells.map(({ cell }) => [cell.agency, Object.fromEntries(levels.flatMap((id) => (cell.counts as Record<string, number>)[id] === undefined ? [] : [[id, (cell.counts as Record<string, number>)[id]]]))] as const));
  const overdueNow = dossiers.filter(({ standing }) => [2, 4].includes(standing.business) && standing.dueAt !== undefined && standing.dueAt <= now.toISOString())
    .map(({ filed, standing }): OpenDossierRow => ({ agency: standing.steps.at(-1)?.agency ?? '', dossierId: filed.dossierId, status: standing.business, about }));
  return {
    now, overdueNow, all: [...stocks].map(([agency, counts]) => ({ agency, about, counts })),
    byMonth: new Map([...Map.groupBy(cells, ({ month }) => month)].map(([month, group]) => [month, group.map(({ cell }) => cell)])),
  };
};
