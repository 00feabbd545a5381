// SPDX-License-Identifier: MIT
// read.mjs ICAL.MJS <calendar: what ical.js understands of it, as JSON: of each component {KIND, NAME: value,
// "NAME?": parameters}, as tests/bus/test_export.py has it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const { default: ICAL } = await import(resolve(process.argv[2]));

function value (property) {
  return property.getValues ().map (one => one.toICALString ? one.toICALString () : String (one)).join (',');
}

function parameters (property) {
  const given = Object.entries (property.jCal[1]).map (([name, text]) => `;${name.toUpperCase ()}=${text}`);
  const type = property.type === property.getDefaultType () ? '' : ';VALUE=' + property.type.toUpperCase ();

  return given.join ('') + type;
}

function describe (component) {
  const found = { KIND: component.name.toUpperCase () };

  for (const property of component.getAllProperties ()) {
    const name = property.name.toUpperCase ();

    if (name in found)
      throw new Error (`${name} is there twice`);
    found[name] = value (property);
    found[name + '?'] = parameters (property);
  }
  return found;
}

const calendar = new ICAL.Component (ICAL.parse (readFileSync (0, 'utf8')));
console.log (JSON.stringify (calendar.getAllSubcomponents ().map (describe)));
