import { RegisterPrintRequestedV1 } from '../../events/procedure-submission/register-print-requested.v1.ts';
import { consume, onEvent } from '../../shared/runtime/queue.ts';
import { printDeps } from './deps.ts';
import { formFonts } from './form-fonts.ts';
import { printRegister } from './print-register.ts';
import { renderRegister } from './register.pdf.ts';
import { registerSheet } from './register.xlsx.ts';

const fonts = formFonts();
const print = printRegister({ ...printDeps(), draw: { pdf: (asked, rows) => renderRegister(asked, rows, fonts), xlsx: registerSheet } });

export const handler = consume([onEvent(RegisterPrintRequestedV1, ({ data }) => print(data.printId))]);
