import { logger } from '../../shared/runtime/logger.ts';
import { deps } from './deps.ts';
import { renderPublished } from './render-published.ts';
import { renderStatistics } from './render-statistics.ts';

const render = renderPublished(deps);
const statistics = renderStatistics(deps);

/** Invoked by an operator after a release of the site: pages rendered before still show its former look. Needs no input. */
export const handler = async (): Promise<{ rendered: number; failed: string[] }> => {
  const procedures = await deps.province.procedures();
  const notDone = await render(procedures.map(({ code, version }) => ({ messageId: code, code, version })));
  const months = await deps.figures.months();
  const undone = await statistics(months.map((month) => ({ messageId: month, month, revision: 0 })));
  const answer = { rendered: procedures.length + months.length - notDone.size - undone.size, failed: [...notDone.keys(), ...undone.keys()] };
  logger.info('render-all', answer);
  return answer;
};
