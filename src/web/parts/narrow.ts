// Whether the window is too narrow for a matrix: then there are lists.
import { Store } from '../api/store.js';

const query = matchMedia('screen and (max-width: 900px)');

export const narrow = new Store(query.matches);

query.addEventListener('change', ({ matches }) => (narrow.value = matches));
