import { useState } from 'preact/hooks';
import { fold } from '../../shared/kernel/vietnamese-text.ts';
import { Dialog } from './dialog.tsx';
import { useTexts } from './messages.ts';

export type Command = { readonly id: string; readonly text: string; readonly detail?: string; readonly run: () => void };

const MOST = 12;

/** Commands whose words all occur, accents optional. */
export const found = (commands: readonly Command[], typed: string): Command[] => {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return commands.filter(({ text, detail }) => { const whole = fold(`${text} ${detail ?? ''}`); return words.every((word) => whole.includes(word)); }).slice(0, MOST);
};

/** Everything the desk can do, by typing: a combobox over a list, after the ARIA pattern. */
export const Palette = ({ commands, onClose }: { readonly commands: readonly Command[]; readonly onClose: () => void }) => {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const matches = found(commands, typed);
  const run = (command: Command | undefined): void => { if (command !== undefined) { onClose(); command.run(); } };
  const keys = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && matches.length > 0) { event.preventDefault(); setAt((at + step + matches.length) % matches.length); }
    if (event.key === 'Enter') { event.preventDefault(); run(matches[at]); }
  };
  return (
    <Dialog title={t('paletteTitle')} onClose={onClose} class="palette">
      <input class="govuk-input" type="text" role="combobox" autocomplete="off" spellcheck={false} aria-label={t('paletteLabel')} placeholder={t('paletteLabel')} aria-expanded="true" aria-controls="lenh"
        aria-activedescendant={matches[at] === undefined ? undefined : `lenh-${at}`} value={typed} onInput={(event) => { setTyped(event.currentTarget.value); setAt(0); }} onKeyDown={keys} />
      <ul id="lenh" role="listbox" aria-label={t('paletteTitle')} class="palette-list">
        {matches.map((command, index) => (
          <li key={command.id} id={`lenh-${index}`} role="option" aria-selected={index === at} onPointerMove={() => { setAt(index); }} onClick={() => { run(command); }}>
            <span>{command.text}</span>{command.detail !== undefined && <span class="small">{command.detail}</span>}
          </li>
        ))}
      </ul>
      <p class="small" role="status">{matches.length === 0 ? t('paletteEmpty') : t('paletteCount', { count: matches.length })}</p>
    </Dialog>
  );
};
