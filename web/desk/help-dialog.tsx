import { useState } from 'preact/hooks';
import { Dialog } from './dialog.tsx';
import { useTexts } from './messages.ts';
import { singleKeysAreOn, switchSingleKeys } from './shortcuts.ts';

/** All keys on one sheet, and the switch for those who speak to their computer. */
export const HelpDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useTexts();
  const [on, setOn] = useState(singleKeysAreOn);
  const lines: readonly (readonly [string, string])[] = [
    ['j', t('helpNext')], ['k', t('helpPrevious')], ['Enter', t('helpOpen')], ['e', t('helpPrimary')], ['x', t('helpSelect')],
    ['/', t('helpSearch')], ['Ctrl K', t('helpPalette')], ['Esc', t('helpClose')], ['?', t('helpHelp')],
  ];
  return (
    <Dialog title={t('helpTitle')} onClose={onClose}>
      <dl class="keys">{lines.map(([key, text]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{text}</dd></div>)}</dl>
      <label class="switch"><input type="checkbox" checked={on} onChange={(event) => { setOn(event.currentTarget.checked); switchSingleKeys(event.currentTarget.checked); }} /> <span>{t('shortcutsOn')}<span class="small">{t('shortcutsHint')}</span></span></label>
    </Dialog>
  );
};
