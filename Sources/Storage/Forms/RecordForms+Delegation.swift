import Consultation

// Records that are one delegation's own.

extension RecordForms {
  static let frame = Form<DelegationFrame>(
    Field("mode", \.mode, .code),
    Field("languages", \.languages, .list(of: .code)),
    Field("digits", \.digits, .code),
    make: DelegationFrame.init,
  )

  static let recordedDelegate = Form<Delegate>(
    Field("id", \.id, .string),
    Field("name", \.name, .string),
    Field("institution", \.institution, .string),
    Field("role", \.role, .string),
    Field("isOnline", \.isOnline, .bool),
    make: Delegate.init,
  )

  static let offer = Form<Offer>(
    Field("question", \.question, .question),
    Field("text", \.text, .string),
    Field("sharing", \.sharing, .code),
    make: Offer.init,
  )

  static let wish = Form<WishToHear>(
    Field("question", \.question, .question),
    Field("sharing", \.sharing, .code),
    Field("isAnonymous", \.isAnonymous, .bool),
    make: WishToHear.init,
  )

  static let card = Form<ExperienceCard>(
    Field("question", \.question, .question),
    Field("linked", \.linked, .list(of: .question)),
    Field("title", \.title, .string),
    Field("done", \.done, .string),
    Field("by", \.by, .string),
    Field("instrument", \.instrument, .string),
    Field("costAndTime", \.costAndTime, .string),
    Field("obstacles", \.obstacles, .string),
    Field("contact", \.contact, .string),
    Field("sharing", \.sharing, .code),
  ) { question, linked, title, done, by, instrument, costAndTime, obstacles, contact, sharing in
    var card = ExperienceCard(question: question, title: title)
    (card.linked, card.done, card.by, card.instrument) = (linked, done, by, instrument)
    (card.costAndTime, card.obstacles) = (costAndTime, obstacles)
    (card.contact, card.sharing) = (contact, sharing)
    return card
  }

  static let useful = Form<UsefulMark>(
    Field("owner", \.owner, .delegation),
    Field("card", \.card, .string),
    Field("isUseful", \.isUseful, .bool),
    Field("asks", \.asks, .string),
    Field("asksForContact", \.asksForContact, .bool),
    Field("isAnonymous", \.isAnonymous, .bool),
  ) { owner, card, isUseful, asks, asksForContact, isAnonymous in
    var mark = UsefulMark(owner: owner, card: card)
    (mark.isUseful, mark.asks) = (isUseful, asks)
    (mark.asksForContact, mark.isAnonymous) = (asksForContact, isAnonymous)
    return mark
  }

  static let priority = Form<Priority>(
    Field("title", \.title, .string),
    Field("support", \.support, .string),
    .domain(\.domain),
    Field("nextStep", \.nextStep, .string),
    Field("owner", \.owner, .string),
    Field("due", \.due, optional: .date),
    Field("sharing", \.sharing, .code),
  ) { title, support, domain, nextStep, owner, due, sharing in
    var priority = Priority(title: title, domain: domain, sharing: sharing)
    (priority.support, priority.nextStep) = (support, nextStep)
    (priority.owner, priority.due) = (owner, due)
    return priority
  }

  static let verification = Form<Verification>(
    Field("question", \.question, .question),
    Field("by", \.by, .string),
    Field("due", \.due, optional: .date),
    make: Verification.init,
  )

  static let consulted = Form<Consulted>(
    Field("domain", \.domain, .number(in: QuestionNumber.range)),
    Field("question", \.question, optional: .question),
    Field("institution", \.institution, .string),
    Field("manner", \.manner, .code),
    Field("on", \.on, optional: .date),
    make: Consulted.init,
  )

  static let signOff = Form<SignOff>(
    Field("domain", \.domain, .number(in: QuestionNumber.range)),
    Field("by", \.by, .string),
    Field("at", \.at, .moment),
    Field("after", \.after, optional: .string),
    make: SignOff.init,
  )

  static let interest = Form<Interest>(
    Field("isInterested", \.isInterested, .bool),
    Field("deadline", \.deadline, optional: .date),
    Field("note", \.note, .string),
    Field("sharing", \.sharing, .code),
    make: Interest.init,
  )

  static let baseline = Form<Baseline>(
    Field("at", \.at, .moment),
    Field("by", \.by, .string),
    Field("fingerprint", \.fingerprint, .string),
    Field("version", \.version, .string),
    Field("answers", \.answers, .table(.any, of: baselineAnswer)),
    make: Baseline.init,
  )

  private static let baselineAnswer = Form<Baseline.Answer>(
    Field("value", \.value, .string),
    Field("note", \.note, optional: .string),
    Field("evidence", \.evidence, .list(of: .string)),
    Field("wording", \.wording, .string),
    make: Baseline.Answer.init,
  )

  static let firstRound = Form<FirstRound>(
    Field("question", \.question, .question),
    Field("isHidden", \.isHidden, .bool),
    make: FirstRound.init,
  )

  static let consent = Form<Consent>(
    Field("until", \.until, .moment),
    Field("givenAt", \.givenAt, .moment),
    Field("by", \.by, .string),
    make: Consent.init,
  )

  static let profile = Form<ProfileFrame>(
    Field("standing", \.standing, .code),
    Field("context", \.context, optional: .text),
    Field("mayBeNamed", \.mayBeNamed, .bool),
    make: ProfileFrame.init,
  )

  static let remark = Form<DraftRemark>(
    Field("institution", \.institution, .string),
    .domain(\.domain),
    Field("comment", \.comment, optional: .string),
    Field("response", \.response, .string),
    Field("on", \.on, optional: .date),
    make: DraftRemark.init,
  )
}
