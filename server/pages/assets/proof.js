/** Does the work that a booking asks for when many are booking, and sends the same wish again with it. */
import { solve } from './proof-work.js';

const form = document.querySelector('form[data-challenge]');
const challenge = JSON.parse(atob(form.dataset.challenge));
const number = await solve(challenge);
const { algorithm, challenge: hash, salt, signature } = challenge;
form.elements.proof.value = btoa(JSON.stringify({ algorithm, challenge: hash, number, salt, signature }));
form.submit();
