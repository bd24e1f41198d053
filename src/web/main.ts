// The workplace starts here.
import './shell.js';
import './parts/status-line.js';
import { speakAsBefore } from './words/language.js';

speakAsBefore();
