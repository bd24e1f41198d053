// Where long Swedish compounds may break: browsers do not know, and a name must not break anywhere.
const tails = /(?<=\p{Ll}{3})(?=(nämnden|fullmäktige|styrelsen|utskottet|beredningen|byggnads|bildnings|gruppmöte|redovisning|rapport|uppföljning|berättelse|förutsättningar|planering|samverkan|introduktion|utbildning|dialog|upptakt|avstämning|enskommelse|chefens|periodens|strategin|uppehåll|afton|färds|dagen|dag(?!\p{L}))(?!\p{Ll}*\u00ad))/gu;

export const softly = (text: string): string => text.replace(tails, '\u00ad');
