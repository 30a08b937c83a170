import type { DeskAct, DeskDossierView } from '../../shared/contracts/dossier.ts';
import { Button } from '../components/button.tsx';
import { useLanguage } from '../components/language.ts';
import { trackPath, verifyPath } from '../format/addresses.ts';
import { actName, ahead, isOrdinary, ordered } from './acts.ts';
import { Menu } from './menu.tsx';
import { useTexts } from './messages.ts';
import { useRoleName } from './roles.ts';
import { useStepTexts } from './steps-texts.ts';

type ActBarProps = { readonly view: DeskDossierView; readonly doing: DeskAct | undefined; readonly onAct: (act: DeskAct) => void; readonly onSay: (text: string) => void };

/** The one thing to do now as a button, the rest in a menu. What is not allowed is not there. */
export const ActBar = ({ view, doing, onAct, onSay }: ActBarProps) => {
  const t = useTexts();
  const [steps, language, roleName] = [useStepTexts(), useLanguage(), useRoleName()];
  const acts = ordered(view.allowed);
  // a fee collected at the return is asked for on the ordinary way
  const primary = acts.find((act) => isOrdinary(act) || (act === 'request-payment' && view.state.finance === 'due-at-return'));
  const others = acts.filter((act) => act !== primary);
  const step = ahead(view.state.business, t)[0];
  const stay = view.internalSteps?.find(({ handedAt, leftAt }) => handedAt !== undefined && leftAt === undefined);
  const passedOn = view.transfers.at(-1);
  const copy = (): void => { void navigator.clipboard.writeText(view.trackingCode).then(() => { onSay(t('copied', { code: view.trackingCode })); }); };
  return (
    <div class="act-bar" role="group" aria-label={t('actions')}>
      {primary === undefined
        ? <p class="small act-none">{passedOn !== undefined && view.allowed.length === 0 && [2, 4].includes(view.state.business) ? t('readOnly', { agency: passedOn.to.name }) : stay !== undefined && [2, 4].includes(view.state.business) ? steps('waitsForStep', { step: stay.name[language], role: roleName(stay.role) }) : step === undefined ? t('allDone') : t('nothingToDo', { step: step.charAt(0).toLowerCase() + step.slice(1) })}</p>
        : <Button data-primary disabled={doing !== undefined} onClick={() => { onAct(primary); }}>{doing === primary ? t('doing') : actName(primary, t)}</Button>}
      <Menu name={t('otherActions')}>
        {others.map((act) => <li key={act}><button type="button" class={act === 'refuse' || act === 'stop' ? 'menu-danger' : undefined} onClick={() => { onAct(act); }}>{actName(act, t)}</button></li>)}
        <li><button type="button" onClick={() => { print(); }}>{t('print')}</button></li>
        <li><button type="button" onClick={copy}>{t('copyCode')}</button></li>
        <li><a href={trackPath(view.trackingCode)} target="_blank" rel="noopener">{t('publicPage')}</a></li>
        <li><a href={verifyPath(view.trackingCode)} target="_blank" rel="noopener">{t('verify')}</a></li>
      </Menu>
    </div>
  );
};
