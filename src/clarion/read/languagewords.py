"""What each language is told by: its commonest words, and letters that its neighbours do not write."""

# by script; words that several languages share stand in each
COMMON = {
    "latin": {
        "en":
"the of and to in a that was for on is with by were from at as it he had be they his not are this "

"have has who said which their been an or we will them than when what there no into out all two more "
"after before been were would could about over only",
        "es":
"de la que el en y los a del se las por un para con no una su al lo como más pero sus le fue este ha "
"sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante "
"todos uno les ni contra otros fueron",
        "fr":
"de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la "
"avec son aux d l été cette ont ou être leur mais comme ses nous elle fait deux ces",
        "pt":
"de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das seu sua "
"ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos foi são está "
"foram",
        "de":
"der die und in den von zu das mit sich des auf für ist im dem nicht ein die eine als auch es an "
"werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war "
"haben nur oder aber vor zur bis mehr durch wurde wurden",
        "it":
"di e il la che in a per un è del le della non si da con i una sono al dei nel più come alla ha gli "
"anche delle lo ma su dalla o dal se ed nella stato essere sono hanno questo degli",
        "nl":
"de van het een en in is dat op te zijn met voor niet aan er om die als ook bij door uit maar naar "
"over werd worden heeft dan nog wel of hij ze was had",
        "tr":
"ve bir bu için ile da de olarak olan gibi daha çok en kadar sonra ne ise değil olduğu tarafından "
"ancak ya var oldu her göre ki iki veya üzerinde",
        "pl":
"w i na z się do nie że to jest o jak za od po przez dla są ale był było tym tego oraz ich która "
"które jego został przy być czy pod",
        "sv":
"och i att det som en på är av för med den till inte har de ett om han var men sig från vi så kan "
"när hon också efter",
        "ro": "de în și la a cu pe că nu din o un care este pentru sunt mai se au fost ce al prin după dar sau",
        "cs": "a v se na je že s z do o to i ve za pro po jako by který byl bylo jsou ale od podle také jeho při",
        "hu": "a az és hogy nem is egy volt de meg ez csak már mint ki vagy még el azt szerint lehet után ha",
        "vi": "của và là có được cho không trong với một các người những đã này để từ khi đến về như ra cũng",
        "id":
"yang dan di untuk dengan pada dari ini dalam tidak itu akan ke adalah oleh juga mereka telah "
"sebagai atau bahwa ada karena",
        "ms":
"yang dan di untuk dengan pada dari ini dalam tidak itu akan ke adalah oleh juga mereka telah "
"sebagai atau bahawa ada kerana ialah kepada",
        "sw":
"na ya wa kwa ni katika za la kuwa hii cha watu yake huo hiyo kama lakini pia baada wao kutoka hao "
"alisema",
        "so": "oo ka iyo waa ku ee in uu la ah ayaa si ay soo wax aan u ma ugu lagu dadka waxaa",
        "ht": "nan yo ki ak pou pa te se li la an yon sou gen moun ap a ka tou men",
        "tl": "ang ng sa na mga at ay si ni para hindi ito nang kay ako siya isang may pa",
        "az": "və bir bu ilə üçün də da ki olan isə daha kimi çox sonra edib olub tərəfindən görə var",
        "uz": "va bu bilan uchun bir ham da edi deb esa boʻlgan kerak ularning yoki keyin haqida bo‘lgan bo'lgan",
        "tk": "we bu bilen üçin bir hem diýip bolup boldy edip soň bolan barada ýa ýurt",
        "ku": "û ku li di de ji bi ya yên ew ne ên bo jî wê her",
    },
    "cyrillic": {
        "ru":
"не на что с по он как это из у за к его но от были был была же для о их так они мы все бы было "
"который при до только или после если",
        "uk":
"що із із них ще не було і в на що не з до як та це за у його але від було були для про вони ми або "
"який після й є їх під також",
        "bg": "на и в да се за от не е с че са по това като ще той до след но бе беше които или при има",
        "sr": "и у је да се на су за од са као који не то што али из ће био након о према које",
        "be": "і ў на не з да што як за гэта яго але ад было былі для пра яны мы або які пасля",
        "kk": "және мен бұл бір үшін деп да де болған бойынша еді туралы кейін оның емес бар олар қазақ",
        "ky": "жана бул бир менен үчүн деп да эле болгон боюнча жөнүндө кийин анын эмес бар алар",
        "tg": "ва дар аз ба ки бо ин барои он аст буд мебошад ҳам шуд кард то",
        "mn": "нь энэ юм болон байна гэж байсан бол их хүн дээр тухай",
    },
    "arabic": {
        "ar": "في من على إلى أن التي عن مع هذا ما لا كان الذي بعد قد بين هذه كما أو لم ذلك كل حتى قال وقد هو هي",
        "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد شده بود ها می",
        "ur": "کے کی میں ہے اور سے کا نے کو پر کہ یہ ہیں اس ایک کر تھا بھی نہیں لیے",
        "ps": "د په او چې کې ته له یې دا هم سره وي شوي خو دې شو هغه",
        "ug": "ۋە بۇ بىر بىلەن ئۈچۈن دەپ بولغان ئۇ قىلىش ھەم ئۇنىڭ",
        "ckb": "لە و بە کە بۆ ئەم لەگەڵ ئەو دەکات بوو هەر",
    },
    "devanagari": {
        "hi": "गया गए कहा थे थी लोगों हुए रहे के की में है और से का को ने पर यह कि हैं इस एक कर था भी नहीं लिए",
        "ne": "र को मा छ हो ले का पनि भएको गरेको यो लागि एक हुन् गर्न",
    },
    "ethiopic": {"am": "እና ነው ላይ ውስጥ ግን ወደ ነበር እንደ ከ ይህ", "ti": "እዩ ኣብ ናይ ከምዘለዉ ድማ ነቲ እቲ ካብ ምስ ግን"},
}  # fmt: skip

# letters that set a language apart from others of its script; one counts as much as a common word
LETTERS = {
    "latin": {
        "es": "ñ¿¡",
        "pt": "ãõ",
        "fr": "œùêçéè",
        "de": "ßäöü",
        "it": "ìò",
        "tr": "ışğçöü",
        "az": "əışğçöü",
        "pl": "łąęśżźćń",
        "cs": "řěůčšž",
        "hu": "őűáé",
        "ro": "țșăţş",
        "vi": "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
        "sv": "åäö",
        "tk": "ýňžäş",
        "ku": "êûîç",
    },
    "cyrillic": {
        "ru": "ыэё",
        "uk": "іїєґ",
        "be": "ўыі",
        "bg": "ъ",
        "sr": "ђјљњћџ",
        "kk": "әғқңұһіы",
        "ky": "ңөүыэ",
        "tg": "ӣӯҳҷғқ",
        "mn": "өүыэ",
    },
    "arabic": {
        "ar": "ةىيك",
        "fa": "پچژگکی",
        "ur": "ٹڈڑںےہھ",
        "ps": "ټډړږښۍې",
        "ug": "ۇۆۈەئې",
        "ckb": "ڕڵێۆە",
    },
    "ethiopic": {"am": "አ", "ti": "ኣ"},
}
