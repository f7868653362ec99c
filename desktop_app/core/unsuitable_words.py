"""Words of the word lists that nobody wants to be given as a password, or to say out loud.

Insults, violence, death, illness, drugs, politics and religion, what could be taken personally,
and words that sound like numbers or are names of companies.
"""

_GERMAN = """
    abartig abfall abgrund abhilfe abtun aderlass affe agonie albatros albern albtraum alibi
    alkohol alptraum ammoniak amnesie anarchie angetan angriff armselig arsch asche asozial
    atemlos aufstand auspuff bankraub bart bazillus beil beilhieb benzin betrug bettruhe beule
    beute biest bissig blamabel blass blind blutig blutjung bockig bombe brand brust bube busse
    chaos dame darm debakel delirium desaster dickdarm dieb diebe drohung dubios dumpf ehebruch
    ehedrama ehekrise eisbein eitel eiter eklig ekstase elend embargo endkampf endlager endsieg
    endspiel epidemie erbfolge erstach ersticht erzfeind erzwang esel fallbeil faust fehlpass
    feigling feind fettarme fieber fleck flegel fliehen floh flucht forensik fratze frech fremd
    furios furor galle gauner gebiss geizig gejammer gerippe geruch gesindel gespenst gewalt
    gewehr giebel gierig giftig glatze glotz grab grabmal grabung groll gruft gruselig habgier
    habicht hackbeil haftung hager hehlerei hetzjagd hilflos hippie horrend hunger hungrig
    husten illegal infantil infusion inhuman intim irrer irrsinn irrtum irrweg jammer jauche
    juckreiz kahlkopf kampf karotte klaglos klon knapp knebel knochen kopfgeld kopflos kopfweh
    krampf krass krawall krebs krude kuhstall leer leiblich lesbar lumpen lustlos made maden
    madig makaber malheur marode maske maulkorb messer mickrig missrede mollig monster morastig
    morbide motte muffel muffig mulmig mutlos nackt nahkampf narbe narkose narr natter neider
    neidisch nichtig notlage notruf notstand notwehr ohnmacht opfer panik panisch paranoia
    parodie passabel peinlich peitsche perfide piranha planlos polemik posse prall prunk pulle
    pute rabiat rache radau radikal rastlos ratlos ratte raubbau raubzug rausch razzia rebel
    reizgas reizung rohling ruine ruppig schabe schakal scham schande scheu schlamm schmal
    schund seekrank sekte sense serum seuche sinnfrei sinnlich skalpell skandal skepsis skrupel
    skurril sorglos speck speichel spion stall steif steril stottern streng stuhl stumm stumpf
    stunk sturm sturz sucht tadel tarnung teufel tier tierisch titan toilette tollwut tortur
    tosend tragik tratsch traurig trieb trinken trugbild trunk umsturz umtriebe unartig unfall
    unfug ungnade unheil unklug unlustig unrat unreif unsauber unsinn unsozial unwillig unwohl
    wahnsinn ware wehgetan wehrlos wehtun wertlos wespe wirrwarr wortkarg wucher wurm zange
    zeche zecke zensor zensur zerrbild zerrung zickig ziege zinssatz zocken zombie zorn zornig
    zugzwang zuwider zwang zwerge
"""
_ENGLISH = """
    abdomen abnormal abrasion abrasive abreast absinthe absurd acetone acid aerosol affront
    afraid aghast agony aids alien almighty amaretto ammonia ammonium amniotic amuck android
    anemia anemic aneurism angelic antidote apache apostle arousal arrogant arson atrophy autism
    autistic aversion backside backslid backstab banshee barmaid bazooka blah blame blast bleak
    blemish bloat blob blurb boastful bogus boned bonehead bootie boozy botch bovine bribe brute
    buck buddhism buddhist buffoon bulge bunion bunkmate busboy bust busybody cadillac carnage
    casino casket casualty cataract catcall catfight cathouse catty celibacy celibate celtic
    cesarean cesspool chafe chaste chastity chemo chimp chubby chump chunk cloak clumsy coerce
    coke conflict contempt corset cramp crazy creole crook cruelty crummy cuddle culprit cult
    curse dandruff debt diabetic diabolic dictate dictator dingbat diocese ditzy divorcee docile
    dodgy dork dose dowry drab dreadful dreary drone drown duke dupe dwarf dweeb dyslexia
    dyslexic ebay ebook egotism elope embargo embezzle entomb epidemic epidural epilepsy eskimo
    estrogen ethanol evil exile exorcism exorcist explode extinct facebook famine fanatic fang
    fascism feline feminine feminism feminist femur fetal fever fidelity filth filtrate flaccid
    flaky flatfoot fleshy flirt flop fool frenzy frisk gangrene gawk gender gentile gigolo
    girdle glaucoma gloomy glutton gnat gonad google goon gore gory gout greedy grief grime
    grimy grinch groin grope grub grudge guise gullible handgun hangnail harm harmful harsh
    hassle hatchet hate hatred hazard humpback hungry hunk hurt husband hybrid hydrant hypnotic
    icky idiocy ignore imbecile immature impale impeach implant implode impolite impotent impure
    ipad iphone ipod irate irritant irritate islam islamic islamist jailbird jaundice jinx
    jittery junkie junkman junky junkyard kleenex kooky landmine latrine lavish laxative lazy
    lethargy lisp lunacy lurk lusty maggot mammal mammary mangy manhole manhood manhunt manlike
    marital marxism moan molar mongrel monkhood monogamy morphine mortuary mournful muck mule
    mummify murky mushy musky mutate mutation mute mutiny mutt myspace nappy naturist negate
    negative negligee nerd nervous neurotic nicotine nintendo nuclear nutcase nutty obituary
    ogle omen ooze oozy opium pagan paltry pandemic pang panic panty paralyze parasite pelvis
    perish perjury perky pest petty phantom phobia phony playmate poison pope poser pouch pout
    prank predator pregnant prenatal primate prison prissy profane prozac prude prune pulp punch
    pungent punk pushy quack quake quarrel quirk rabid race racism rage raid ransack rant rash
    ravage rebel revenge riot ritalin rogue roman rotten rubdown ruin runny runt sabbath
    sabotage sadden sadness saggy saint salvage sanctity santa sappy sarcasm sassy savage savior
    scabby scam scandal scare scary scold scorn scowl scrawny scrooge scruffy scurvy sedate
    sedation sedative seduce septic septum sermon shabby shady sham shame sherry shifty shock
    shoplift shove showgirl shrapnel shriek shrine shrink siamese skeletal skeleton skinhead
    skinny skype slab slack slam slander slang slash slimy slit slob slobbery sloppy slouchy
    sludge slug slum slush smash smell smirk smite smog smudge smudgy snarl snazzy sneak sneer
    sneeze snide sniff snitch snore snort snub snuff speech spew spleen splotchy spoil spooky
    spousal spouse spud spur squander squash squatter stagnant stagnate stain stench sterile
    stimuli sting stingy stinky stooge strangle stray strife struggle strut stubble stubborn
    stuffy stupor suffrage sulk sullen sultry surgery surgical suspect swab swear sweat swimwear
    syndrome tabloid tacky tank tantrum tarnish tattoo taunt thievish thong thorn threaten
    throat throb thud tightwad tragedy traitor trash travesty treason tribe trick trickery
    trouble trump tubby tummy turmoil tusk twerp twitch tyke upchuck uptight uranium urology
    vagabond vagrancy valium vanity varmint vaseline vendetta vengeful venus villain violate
    violator viral virus vixen walmart wannabe whacky whiff whiny widow wife wimp womb woozy
    worry worst wound wrath wreck xbox xerox yahoo yiddish zombie
"""

GERMAN = frozenset(_GERMAN.split())
ENGLISH = frozenset(_ENGLISH.split())
