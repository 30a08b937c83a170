import { logger } from '../../shared/runtime/logger.ts';
import { deps } from './deps.ts';
import { renderPublished } from './render-published.ts';

const render = renderPublished(deps);

/** Invoked by an operator after a release of the site: pages rendered before still show its former look. Needs no input. */
export const handler = async (): Promise<{ rendered: number; failed: string[] }> => {
  const procedures = await deps.province.procedures();
  const notDone = await render(procedures.map(({ code, version }) => ({ messageId: code, code, version })));
  const answer = { rendered: procedures.length - notDone.size, failed: [...notDone.keys()] };
  logger.info('render-all', answer);
  return answer;
};
