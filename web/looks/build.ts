import { writeFileSync } from 'node:fs';
import { builtStyleSheet, compileStyleSheet } from './compile.ts';

writeFileSync(builtStyleSheet, compileStyleSheet());
