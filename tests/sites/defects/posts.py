"""The two sound posts that every defect is put into. They were written for this test."""

from __future__ import annotations

from typing import Final

DUTCH: Final = """\
---
title: "Samen de tuin in"
description: "Hoe de buurt van een kaal stuk grond een tuin voor iedereen maakt."
date: 2025-04-14T09:00:00+02:00
draft: false
tags: ["buurt", "tuin"]
feature: feature.png
featureAlt: "Vier buren spitten een border om."
---

Achter de sporthal ligt sinds vorig jaar een kaal stuk grond. Op zaterdag 26 april maken we er samen een tuin van. Iedereen is
welkom, ook wie nog nooit een schop heeft vastgehouden.

## Wat we gaan doen

We beginnen om tien uur met koffie. Daarna verdelen we het werk in drie groepen:

- de bak met kruiden vullen;
- het pad leggen;
- de oude heg snoeien.

![Een kruiwagen vol potgrond naast een lege bak.](kruiwagen.png)

De stenen voor het pad krijgen we van de gemeente. Zij betaalt ook de potgrond, want daar was geld voor over.

### Wat je meeneemt

Trek oude kleren aan en neem handschoenen mee. In het [overzicht van het gereedschap](/gereedschap/) staat wat er al is.

| Groep | Plek | Aantal |
|-------|------|--------|
| Bak | bij de poort | 6 |
| Pad | langs de muur | 8 |

{{< figure src="kaart.png" alt="Een plattegrond met de bak bij de poort." caption="Zo komt het eruit te zien." >}}

## Daarna

> Een tuin is nooit af, zei mijn oma, en dat is juist het mooie.

Om vier uur ruimen we op en drinken we iets. Heb je vragen, kijk dan op de [pagina over de tuin](/tuin/).
"""

ENGLISH: Final = """\
---
title: "Into the garden together"
description: "How the neighbours turn a bare piece of ground into a garden for all."
date: 2025-04-14T09:00:00+02:00
draft: false
tags: ["neighbours", "garden"]
feature: feature.png
featureAlt: "Four neighbours dig over a flower bed."
---

Behind the sports hall lies a bare piece of ground. On Saturday 26 April we turn it into a garden. Everybody is welcome, even
those who have never held a spade.

## What we will do

We begin at ten with coffee. Then we share out the work:

- fill the box with herbs;
- lay the path;
- cut the old hedge.

![A wheelbarrow full of soil beside an empty box.](kruiwagen.png)

The town gives us the stones for the path. It pays for the soil too, for there was money left.

### What to bring

Wear old clothes and bring gloves. The [list of tools](/gereedschap/) says what is there already.

| Group | Place | People |
|-------|-------|--------|
| Box | at the gate | 6 |
| Path | along the wall | 8 |

{{< figure src="kaart.png" alt="A plan with the box at the gate." caption="This is what it will look like." >}}

## Afterwards

> A garden is never finished, my grandmother said, and that is the beauty of it.

At four we clean up and have a drink. If you have questions, look at the [page about the garden](/tuin/).
"""
