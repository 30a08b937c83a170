import type { TileView } from '../../shared/contracts/tile.ts';
import { useLanguage } from '../components/language.ts';
import { Bar, Hatching } from './bar.tsx';
import type { Part } from './bar.tsx';
import { byAgency, countText } from './figures.ts';
import type { AgencyFigures } from './figures.ts';
import { useTexts } from './messages.ts';

/** As many as a wall shows without scrolling; the rest is in the table. */
const MOST = 8;
/** Agencies with what they received and finished today. */
export const AgencyBars = ({ tile }: { readonly tile: TileView }) => {
  const t = useTexts();
  const language = useLanguage();
  const all = byAgency(tile);
  const shown = all.slice(0, MOST);
  const most = Math.max(1, ...all.map(({ received, onTime, late }) => Math.max(received, onTime + late)));
  const parts = ({ onTime, late }: AgencyFigures): Part[] => [{ kind: 'ok', count: onTime, label: t('onTime').toLowerCase() }, { kind: 'late', count: late, label: t('late').toLowerCase() }];
  return (
    <>
      <Hatching />
      <ol class="bars">
        {shown.map((agency) => (
          <li key={agency.code}>
            <span class="bars-name">{agency.name}</span>
            <Bar most={most} parts={[{ kind: 'received', count: agency.received, label: t('received').toLowerCase() }]} />
            <Bar most={most} parts={parts(agency)} />
          </li>
        ))}
      </ol>
      {all.length > shown.length && <p class="bars-more">{t('moreAgencies', { count: countText(all.length - shown.length, language) })}</p>}
    </>
  );
};
