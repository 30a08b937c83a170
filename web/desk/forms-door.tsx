import { useEffect, useState } from 'preact/hooks';

type Props = { readonly onClose: () => void } & ({ readonly dossierId: string } | { readonly agency: string });
type Loaded = { readonly sheet: typeof import('./control-sheet-dialog.tsx'); readonly register: typeof import('./register-dialog.tsx') };

/** Forms made for the eye and for paper are loaded when one is asked for. */
export const FormsDoor = (props: Props) => {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => { void Promise.all([import('./control-sheet-dialog.tsx'), import('./register-dialog.tsx')]).then(([sheet, register]) => { setLoaded({ sheet, register }); }); }, []);
  if (loaded === undefined) return null;
  return 'dossierId' in props ? <loaded.sheet.ControlSheetDialog dossierId={props.dossierId} onClose={props.onClose} /> : <loaded.register.RegisterDialog agency={props.agency} onClose={props.onClose} />;
};
