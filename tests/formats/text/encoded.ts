/** One text in each language as Python's codecs write it in an encoding of the Encoding Standard. */
export const ENCODED: Readonly<Record<string, { readonly words: string; readonly base64: string }>> = {
  'utf-8': {
    words: '水库的水位已经下降了两米多，这是二十年来没有见过的情况。市政府将在下周决定是否实行用水限制，居民们都希望能够早日下雨。',
    base64: '5rC05bqT55qE5rC05L2N5bey57uP5LiL6ZmN5LqG5Lik57Gz5aSa77yM6L+Z5piv5LqM5Y2B5bm05p2l5rKh5pyJ6KeB6L+H55qE5oOF5Ya144CC5biC5pS/5bqc5bCG5Zyo5LiL5ZGo5Yaz5a6a5piv5ZCm5a6e6KGM55So5rC06ZmQ5Yi277yM5bGF5rCR5Lus6YO95biM5pyb6IO95aSf5pep5pel5LiL6Zuo44CC',
  },
  'utf-16le': {
    words: '水库的水位已经下降了两米多，这是二十年来没有见过的情况。市政府将在下周决定是否实行用水限制，居民们都希望能够早日下雨。\n',
    base64: 'NGyTXoR2NGxNT/Jdz34LTk2Whk4kTnN8GlkM/9mPL2aMTkFTdF5lZ6FsCWfBicePhHbFYLVRAjACXj9lnF4GXChXC05oVLNRmlsvZiZUnltMiCh1NGxQljZSDP9FXBFs7E79kAxeG2f9gB9Z6WXlZQtO6JYCMAoA',
  },
  'utf-16be': {
    words: '水库的水位已经下降了两米多，这是二十年来没有见过的情况。市政府将在下周决定是否实行用水限制，居民们都希望能够早日下雨。\n',
    base64: 'bDRek3aEbDRPTV3yfs9OC5ZNToZOJHxzWRr/DI/ZZi9OjFNBXnRnZWyhZwmJwY/HdoRgxVG1MAJeAmU/XpxcBlcoTgtUaFGzW5pmL1QmW56ITHUobDSWUFI2/wxcRWwRTuyQ/V4MZxuA/VkfZell5U4LlugwAgAK',
  },
  'gbk': {
    words: '水库的水位已经下降了两米多，这是二十年来没有见过的情况。市政府将在下周决定是否实行用水限制，居民们都希望能够早日下雨。',
    base64: 'y66/4rXEy67Ou9LRvq3Pwr21wcvBvcPXtuCjrNXiyse2/squxOrAtMO709C8+7n9tcTH6b/2oaPK0NX+uK69q9Taz8LW3L72tqjKx7fxyrXQ0NPDy67P3tbGo6y+08Pxw8e2vM+jzfvE3Lm71OfI1c/C0+qhow==',
  },
  'gb18030': {
    words: '水库的水位已经下降了两米多，这是二十年来没有见过的情况。市政府将在下周决定是否实行用水限制，居民们都希望能够早日下雨。𠀀',
    base64: 'y66/4rXEy67Ou9LRvq3Pwr21wcvBvcPXtuCjrNXiyse2/squxOrAtMO709C8+7n9tcTH6b/2oaPK0NX+uK69q9Taz8LW3L72tqjKx7fxyrXQ0NPDy67P3tbGo6y+08Pxw8e2vM+jzfvE3Lm71OfI1c/C0+qho5UygjY=',
  },
  'big5': {
    words: '水庫的水位已經下降了兩米多，這是二十年來沒有見過的情況。市政府將在下週決定是否實行用水限制，居民們都希望能夠早日下雨。',
    base64: 'pPSud6q6pPSm7KR3uGekVa2wpEao4qbMpmihQbNvrE+kR6RRpn6o06hTprOoo7lMqrqxoapwoUOlq6xGqbKxTqZipFW2Z6hNqXesT6dfueqm5qXOpPStrajuoUGpfqXBrcyzo6fGseav4LD3pq2k6aRVq0KhQw==',
  },
  'euc-jp': {
    words: '貯水池の水位は二メートル以上下がりました。市は来週、節水を求めるかどうかを決めます。住民は早く雨が降ることを願っています。',
    base64: 'w/m/5cPTpM6/5bDMpM/G86XhobylyKXrsMq+5bK8pKyk6qTepLekv6Gju9Skz83ovbWhosDhv+Wk8rXhpOGk66SrpMmkpqSrpPK36KThpN6kuaGjvbvMsaTPweGkr7GrpKy536TrpLOkyKTytOqkw6TGpKSk3qS5oaM=',
  },
  'shift_jis': {
    words: '貯水池の水位は二メートル以上下がりました。市は来週、節水を求めるかどうかを決めます。住民は早く雨が降ることを願っています。',
    base64: 'kpmQhZJygsyQhYjKgs2T8YOBgVuDZ4OLiMiP44m6gqqC6ILcgrWCvYFCjnOCzZeIj1SBQZDfkIWC8IuBgt+C6YKpgseCpIKpgvCMiILfgtyCt4FCj1qWr4LNkYGCrYlKgqqNfoLpgrGCxoLwiuiCwYLEgqKC3IK3gUI=',
  },
  'iso-2022-jp': {
    words: '貯水池の水位は二メートル以上下がりました。市は来週、節水を求めるかどうかを決めます。住民は早く雨が降ることを願っています。',
    base64: 'GyRCQ3k/ZUNTJE4/ZTBMJE9GcyVhITwlSCVrMEo+ZTI8JCwkaiReJDckPyEjO1QkT01oPTUhIkBhP2UkcjVhJGEkayQrJEkkJiQrJHI3aCRhJF4kOSEjPTtMMSRPQWEkLzErJCw5XyRrJDMkSCRyNGokQyRGJCQkXiQ5ISMbKEI=',
  },
  'euc-kr': {
    words: '저수지의 수위가 이 미터 이상 내려갔습니다. 시는 다음 주에 물 사용을 제한할지 결정합니다. 주민들은 비가 오기를 바라고 있습니다.',
    base64: 'wPq89sH2wMcgvPbAp7ChIMDMILnMxc0gwMy78yCzu7fBsKy9wLTPtNkuIL3DtMIgtNnAvSDB1r+hILmwILvnv+vAuyDBpsfRx9LB9iCw4cGkx9W0z7TZLiDB1rnOtenAuiC68bChIL/AseK4piC52bbzsO0gwNa9wLTPtNku',
  },
  'windows-1251': {
    words: 'Уровень воды в водохранилище понизился более чем на два метра. На следующей неделе городской совет решит, вводить ли ограничения. Жители надеются, что скоро пойдёт дождь.',
    base64: '0/Du4uXt/CDi7uT7IOIg4u7k7vXw4O3o6+j55SDv7u3o5+jr8f8g4e7r5eUg9+XsIO3gIOTi4CDs5fLw4C4gzeAg8evl5PP++eXpIO3l5OXr5SDj7vDu5PHq7ukg8e7i5fIg8OX46PIsIOLi7uTo8vwg6+gg7uPw4O3o9+Xt6P8uIMbo8uXr6CDt4OTl/vLx/ywg9/LuIPHq7vDuIO/u6eS48iDk7ubk/C4=',
  },
  'koi8-r': {
    words: 'Уровень воды в водохранилище понизился более чем на два метра. На следующей неделе городской совет решит, вводить ли ограничения. Жители надеются, что скоро пойдёт дождь.',
    base64: '9dLP18XO2CDXz8TZINcg18/Ez8jSwc7JzMndxSDQz87J2snM09Egws/MxcUg3sXNIM7BIMTXwSDNxdTSwS4g7sEg08zFxNXA3cXKIM7FxMXMxSDHz9LPxNPLz8og08/XxdQg0sXbydQsINfXz8TJ1NggzMkgz8fSwc7J3sXOydEuIPbJ1MXMySDOwcTFwNTT0Swg3tTPINPLz9LPINDPysSj1CDEz9bE2C4=',
  },
  'windows-1252': {
    words: 'Le niveau de l’eau a baissé de plus de deux mètres. La semaine prochaine, le conseil municipal décidera s’il faut introduire des restrictions. Les habitants espèrent qu’il pleuvra bientôt, après des mois de sécheresse.',
    base64: 'TGUgbml2ZWF1IGRlIGySZWF1IGEgYmFpc3PpIGRlIHBsdXMgZGUgZGV1eCBt6HRyZXMuIExhIHNlbWFpbmUgcHJvY2hhaW5lLCBsZSBjb25zZWlsIG11bmljaXBhbCBk6WNpZGVyYSBzkmlsIGZhdXQgaW50cm9kdWlyZSBkZXMgcmVzdHJpY3Rpb25zLiBMZXMgaGFiaXRhbnRzIGVzcOhyZW50IHF1kmlsIHBsZXV2cmEgYmllbnT0dCwgYXBy6HMgZGVzIG1vaXMgZGUgc+ljaGVyZXNzZS4=',
  },
  'iso-8859-1': {
    words: 'Der Wasserstand ist um mehr als zwei Meter gefallen. Nächste Woche wird der Stadtrat darüber beschließen, ob Einschränkungen eingeführt werden müssen. Viele Bürger hoffen auf Regen für ihre Gärten.',
    base64: 'RGVyIFdhc3NlcnN0YW5kIGlzdCB1bSBtZWhyIGFscyB6d2VpIE1ldGVyIGdlZmFsbGVuLiBO5GNoc3RlIFdvY2hlIHdpcmQgZGVyIFN0YWR0cmF0IGRhcvxiZXIgYmVzY2hsaWXfZW4sIG9iIEVpbnNjaHLkbmt1bmdlbiBlaW5nZWb8aHJ0IHdlcmRlbiBt/HNzZW4uIFZpZWxlIEL8cmdlciBob2ZmZW4gYXVmIFJlZ2VuIGb8ciBpaHJlIEfkcnRlbi4=',
  },
  'iso-8859-2': {
    words: 'Poziom wody w zbiorniku obniżył się o ponad dwa metry. W przyszłym tygodniu rada miasta zdecyduje, czy wprowadzić ograniczenia. Mieszkańcy mają nadzieję, że wkrótce spadnie deszcz, którego wszyscy się spodziewają.',
    base64: 'UG96aW9tIHdvZHkgdyB6Ymlvcm5pa3Ugb2Juab95syBzaeogbyBwb25hZCBkd2EgbWV0cnkuIFcgcHJ6eXN6s3ltIHR5Z29kbml1IHJhZGEgbWlhc3RhIHpkZWN5ZHVqZSwgY3p5IHdwcm93YWR6aeYgb2dyYW5pY3plbmlhLiBNaWVzemth8WN5IG1harEgbmFkemllauosIL9lIHdrcvN0Y2Ugc3BhZG5pZSBkZXN6Y3osIGt083JlZ28gd3N6eXNjeSBzaeogc3BvZHppZXdharEu',
  },
  'windows-1253': {
    words: 'Η στάθμη του νερού έπεσε περισσότερο από δύο μέτρα. Την επόμενη εβδομάδα το δημοτικό συμβούλιο θα αποφασίσει για περιορισμούς. Οι κάτοικοι ελπίζουν ότι θα βρέξει σύντομα.',
    base64: 'xyDz9Nzo7Ocg9O/1IO3l8e/9IN3w5fPlIPDl8enz8/z05fHvIOHw/CDk/e8g7N308eEuINTn7SDl8Pzs5e3nIOXi5O/s3OThIPTvIOTn7O/06er8IPP17OLv/evp7yDo4SDh8O/24fPf8+XpIOPp4SDw5fHp7/Hp8+zv/fIuIM/pIOrc9O/p6u/pIOXr8N/m7/XtIPz06SDo4SDi8d3u5ekg8/3t9O/s4S4=',
  },
  'iso-8859-7': {
    words: 'Η στάθμη του νερού έπεσε περισσότερο από δύο μέτρα. Την επόμενη εβδομάδα το δημοτικό συμβούλιο θα αποφασίσει για περιορισμούς. Οι κάτοικοι ελπίζουν ότι θα βρέξει σύντομα.',
    base64: 'xyDz9Nzo7Ocg9O/1IO3l8e/9IN3w5fPlIPDl8enz8/z05fHvIOHw/CDk/e8g7N308eEuINTn7SDl8Pzs5e3nIOXi5O/s3OThIPTvIOTn7O/06er8IPP17OLv/evp7yDo4SDh8O/24fPf8+XpIOPp4SDw5fHp7/Hp8+zv/fIuIM/pIOrc9O/p6u/pIOXr8N/m7/XtIPz06SDo4SDi8d3u5ekg8/3t9O/s4S4=',
  },
  'windows-1255': {
    words: 'מפלס המים במאגר ירד ביותר משני מטרים. בשבוע הבא תחליט מועצת העיר אם להטיל הגבלות. התושבים מקווים שירד גשם בקרוב.',
    base64: '7vTs8SDk7untIOHu4OL4IOn44yDh6eX6+CDu+fDpIO7o+OntLiDh+eHl8iDk4eAg+ufs6egg7uXy9vog5PLp+CDg7SDs5Ojp7CDk4uHs5fouIOT65fnh6e0g7vfl5entIPnp+OMg4vntIOH3+OXhLg==',
  },
  'windows-1256': {
    words: 'انخفض منسوب المياه في الخزان أكثر من مترين. سيقرر مجلس المدينة في الأسبوع المقبل ما إذا كان سيفرض قيودا. يأمل السكان أن يهطل المطر قريبا.',
    base64: 'x+TO3dYg4+TT5sggx+Hj7cflIN3tIMfhztLH5CDD38vRIOPkIOPK0e3kLiDT7d7R0SDjzOHTIMfh48/t5Mkg3e0gx+HD08jm2iDH4ePeyOEg48cgxdDHIN/H5CDT7d3R1iDe7ebPxy4g7cPj4SDH4dPfx+Qgw+Qg7eXY4SDH4ePY0SDe0e3Ixy4=',
  },
  'iso-8859-6': {
    words: 'انخفض منسوب المياه في الخزان أكثر من مترين. سيقرر مجلس المدينة في الأسبوع المقبل ما إذا كان سيفرض قيودا. يأمل السكان أن يهطل المطر قريبا.',
    base64: 'x+bO4dYg5ebT6Mggx+Tl6sfnIOHqIMfkztLH5iDD48vRIOXmIOXK0ermLiDT6uLR0SDlzOTTIMfk5c/q5skg4eogx+TD08jo2SDH5OXiyOQg5ccgxdDHIOPH5iDT6uHR1iDi6ujPxy4g6sPl5CDH5NPjx+Ygw+Yg6ufX5CDH5OXX0SDi0erIxy4=',
  },
  'windows-1254': {
    words: 'Barajdaki su seviyesi iki metreden fazla düştü. Belediye meclisi önümüzdeki hafta kısıtlama getirilip getirilmeyeceğine karar verecek. Halk yağmur yağmasını bekliyor ve bunun için umutlanıyor.',
    base64: 'QmFyYWpkYWtpIHN1IHNldml5ZXNpIGlraSBtZXRyZWRlbiBmYXpsYSBk/P50/C4gQmVsZWRpeWUgbWVjbGlzaSD2bvxt/HpkZWtpIGhhZnRhIGv9c/10bGFtYSBnZXRpcmlsaXAgZ2V0aXJpbG1leWVjZfBpbmUga2FyYXIgdmVyZWNlay4gSGFsayB5YfBtdXIgeWHwbWFz/W79IGJla2xpeW9yIHZlIGJ1bnVuIGnnaW4gdW11dGxhbv15b3Iu',
  },
  'iso-8859-5': {
    words: 'Уровень воды в водохранилище понизился более чем на два метра. На следующей неделе городской совет решит, вводить ли ограничения. Жители надеются, что скоро пойдёт дождь.',
    base64: 'w+De0tXd7CDS3tTrINIg0t7U3uXg0N3Y29jp1SDf3t3Y19jb4e8g0d7b1dUg59XcIN3QINTS0CDc1eLg0C4gvdAg4dvV1OPu6dXZIN3V1NXb1SDT3uDe1OHa3tkg4d7S1eIg4NXo2OIsINLS3tTY4uwg29gg3tPg0N3Y59Xd2O8uILbY4tXb2CDd0NTV7uLh7ywg5+LeIOHa3uDeIN/e2dTx4iDU3tbU7C4=',
  },
  'windows-1250': {
    words: 'Poziom wody w zbiorniku obniżył się o ponad dwa metry. W przyszłym tygodniu rada miasta zdecyduje, czy wprowadzić ograniczenia. Mieszkańcy mają nadzieję, że wkrótce spadnie deszcz. „Ktoś powinien był o tym pomyśleć wcześniej” – mówi jeden z nich.',
    base64: 'UG96aW9tIHdvZHkgdyB6Ymlvcm5pa3Ugb2Juab95syBzaeogbyBwb25hZCBkd2EgbWV0cnkuIFcgcHJ6eXN6s3ltIHR5Z29kbml1IHJhZGEgbWlhc3RhIHpkZWN5ZHVqZSwgY3p5IHdwcm93YWR6aeYgb2dyYW5pY3plbmlhLiBNaWVzemth8WN5IG1harkgbmFkemllauosIL9lIHdrcvN0Y2Ugc3BhZG5pZSBkZXN6Y3ouIIRLdG+cIHBvd2luaWVuIGJ5syBvIHR5bSBwb215nGxl5iB3Y3plnG5pZWqUIJYgbfN3aSBqZWRlbiB6IG5pY2gu',
  },
}
