/// What a question is about beside its domain and theme, so that it can be found and gathered.
package enum QuestionTag: String, CaseIterable, Sendable {
  case gender, children, diaspora, legalIdentity, climate, health, labour, data
  case localAuthorities, education, trafficking, humanRights, displacement, students
  case remittances, `return`, borders, integration
}
