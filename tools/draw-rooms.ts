import { writeFileSync } from 'node:fs';
import { drawRooms, ROOT } from './draw-rooms/draw.ts';

writeFileSync(`${ROOT}docs/rooms.md`, drawRooms());
