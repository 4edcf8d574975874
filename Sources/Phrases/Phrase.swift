/// The key of every phrase of the interface; the words stand in `Assets/phrases`.
///
/// A phrase may have values in braces: they have the same names in every language.
package enum Phrase: String, CaseIterable, Sendable {
  // The program
  case programName
  case plainField
  case chooseThisLanguage
  case chooseDelegation
  case tooSmall
  case position

  // Scopes of keys
  case scopeEverywhere
  case scopeList
  case scopeQuestion
  case scopeEntries
  case scopeText

  // Actions, as help and palette say them
  case actionHelp
  case actionLanguage
  case actionSearch
  case actionPalette
  case actionUndo
  case actionRedo
  case actionNextPane
  case actionPreviousPane
  case actionBack
  case actionLeave
  case actionSuspend
  case actionRedraw
  case actionUp
  case actionDown
  case actionFirst
  case actionLast
  case actionPageUp
  case actionPageDown
  case actionOpen
  case actionChoose
  case actionToggle
  case actionNextQuestion
  case actionPreviousQuestion
  case actionNextOpenQuestion
  case actionContext
  case actionEvidence
  case actionStatus
  case actionSharing
  case actionApplied
  case actionInstruments
  case actionTakeBack
  case actionAdd
  case actionRemove
  case actionKeep
  case actionLeaveText

  // Hints
  case hintHelp
  case hintLanguage
  case hintSearch
  case hintPalette
  case hintUndo
  case hintBack
  case hintOpen
  case hintChange
  case hintChooseEntry
  case hintChoose
  case hintNextQuestion
  case hintPreviousQuestion
  case hintNextOpenQuestion
  case hintContext
  case hintEvidence
  case hintStatus
  case hintSharing
  case hintAdd
  case hintRemove
  case hintKeep
  case hintLeaveText

  // Keys
  case keySpace
  case keyEnter
  case keyTab
  case keyBackTab
  case keyEscape
  case keyBackspace
  case keyDelete
  case keyInsert
  case keyHome
  case keyEnd
  case keyPageUp
  case keyPageDown

  // The status line, and what was just done
  case beingKept
  case kept
  case notKept
  case readOnlySign
  case readOnly
  case sharedWithNobody
  case sharedWithRoom
  case sharedWithReport
  case undone
  case redone
  case changedByOther
  case recovered
  case unknownKey
  case notHere
  case chooseDelegationFirst
  case noOpenQuestion
  case questionNotAsked
  case noInstruments
  case evidenceRemoved

  // Refusals: why not, and what to do
  case refusalUnknownDelegation
  case refusalUnknownQuestion
  case refusalValue
  case refusalGrounds
  case refusalNothingToAgree
  case refusalNothingToUndo
  case refusalNothingToRedo
  case refusalChangedSince

  // The delegation's page
  case yourAnswersAreYours
  case goOnAt
  case everythingAnswered
  case answeredOf
  case answeredOfLong
  case answeredAndOpen
  case countToVerify
  case countDiffering
  case countShared

  // Before, after and beside a domain
  case questionCount
  case introductionPromise
  case closingTitle
  case closingOpen
  case closingToVerify
  case closingNoted
  case nothingOpenInDomain
  case goOnToDomain
  case goOnToEnd
  case endTitle
  case endOwnership
  case endFile

  // The question page
  case whatToLookFor
  case notApplicable
  case notApplicableMeaning
  case declined
  case declinedMeaning
  case labelInstruments
  case instrumentsAnswered
  case labelApplied
  case labelContext
  case labelEvidence
  case labelPositions
  case labelStatus
  case positionsDiffer
  case positionsAgree
  case contextNothing
  case contextTitle
  case evidenceNothing
  case evidenceLine
  case statusTitle
  case statusDraft
  case statusAgreed
  case statusToVerify
  case sharingTitle
  case sharingPrivate
  case sharingRoom
  case sharingReport
  case appliedTitle
  case appliedFully
  case appliedPartly
  case appliedNotYet
  case appliedNotKnown
  case appliedNothing
  case languageArabic
  case languageEnglish
  case languageFrench

  // Writing
  case writtenNumber
  case writtenDate
  case writtenText
  case problemNumber
  case problemDate
  case problemYear
  case problemTitleNeeded
  case remaining
  case leavingTitle
  case leavingKeep
  case leavingGoOn
  case leavingDiscard

  // Evidence and instruments
  case evidencePageTitle
  case evidenceEntryTitle
  case evidenceAdvice
  case entryAdvice
  case addFirstEvidence
  case addEvidence
  case newEvidenceTitle
  case evidenceKind
  case evidenceTitle
  case evidenceYear
  case evidenceArticle
  case evidenceLink
  case fieldEmpty
  case kindLaw
  case kindPolicy
  case kindStrategy
  case kindAgreement
  case kindInstitution
  case kindDataSource
  case kindPractice
  case instrumentsTitle
  case instrumentNothing
  case instrumentSigned
  case instrumentsAdvice

  // Help, search and palette
  case helpTitle
  case helpLanguage
  case helpDelegations
  case helpDelegation
  case helpIntroduction
  case helpQuestion
  case helpInstruments
  case helpEvidence
  case helpClosing
  case helpEnd
  case helpText
  case helpArabicKeyboard
  case paletteTitle
  case searchTitle
  case nothingFound

  // Numbers, dates, lists
  case listSeparator
  case listLast
  case date
  case month1
  case month2
  case month3
  case month4
  case month5
  case month6
  case month7
  case month8
  case month9
  case month10
  case month11
  case month12

  // Faults in a file: what is wrong; what to do
  case faultNoSuchFile
  case faultNotReadable
  case faultNotUTF8
  case faultNotJSON
  case faultEndsTooEarly
  case faultTooDeep
  case faultTooLarge
  case faultDuplicateKey
  case faultMissingKey
  case faultWrongType
  case typeObject
  case typeArray
  case typeString
  case typeWholeNumber
  case typeNumber
  case typeBoolean
  case faultUnknownCode
  case faultWrongForm
  case faultNotASession
  case faultNotAQuestionnaire
  case faultNewerVersion
  case faultUnknownQuestionnaire
  case faultTextMissing
  case textArabic
  case textEnglish
  case textFrench
  case faultDuplicateNumber
  case faultDuplicateCode
  case faultNumberOutsideTheme
  case faultNumberOutOfOrder
  case faultUnknownConditionQuestion
  case faultConditionOnLater
  case faultUnknownConditionCode
  case faultUnknownObjective
  case faultUnknownSubcategory
  case faultOptionsMissing
  case faultUnknownDelegation
  case faultUnknownQuestion
  case faultValueDoesNotFit
  case faultAgreedWithoutGrounds
  case faultDuplicateIdentifier
  case placeDomain
  case placeTheme
  case placeQuestion
  case placeDelegation

  // Failures: files and the terminal
  case failureCannotCreate
  case failureExists
  case failureWrite
  case failureHeld
  case failureChangedByAnother
  case failureNoAssets
  case failureNotATerminal
  case failureLocale
  case failureASCIIArabic
  case backupOffered
  case recoveryQuestion
  case usageSession

  // What commands print
  case showDelegation
  case showOpen
  case showContext
  case showEvidence
  case showApplied
  case showStatus
  case logAnswered
  case logApplied
  case logNoted
  case logEvidence
  case logPosition
  case logReservation
  case logStatus
  case logSharing
  case logComment
  case logUndo
  case foreignText
  case standardInput
  case failureUnknownTerminal
  case nothing
  case questionnaireLine

  // What the doctor says of the terminal
  case doctorTerminal
  case kindVTE
  case kindKonsole
  case kindMlterm
  case kindTmux
  case kindScreen
  case kindLinuxConsole
  case kindOther
  case doctorAnswer
  case doctorSize
  case doctorColours
  case doctorMouse
  case doctorNoMouse
  case doctorEncoding
  case doctorWrongEncoding
  case doctorSwitch
  case doctorMarks
  case doctorNothing
  case doctorDecided
  case doctorAsked
  case consoleWithoutArabic
  case doctorCompare
  case doctorIfWrong
  case doctorPressKey

  // Handing over and bringing together
  case refusalFacilitator
  case refusalWithdrawn
  case faultOtherSession
  case faultOtherQuestionnaire
  case failureNeedsPassphrase
  case failureWrongPassphrase
  case failureSealDamaged
  case failureSealTooCostly
  case askPassphrase
  case askNewPassphrase
  case askPassphraseAgain
  case failurePassphrasesDiffer
  case unsealedInto
  case mergeConflict
  case mergeVersion
  case mergeOutside
  case mergeWithdrawn
  case showWithdrawn
  case showHandOver

  // History, decisions and others who are here
  case actionHistory
  case hintHistory
  case historyTitle
  case historyNothing
  case historyAdvice
  case historyStands
  case historyRestored
  case historyIsNow
  case hintRestore
  case helpHistory
  case actionConflicts
  case conflictsTitle
  case conflictsIntroduction
  case conflictsNone
  case conflictsWaiting
  case conflictSettled
  case hintDecide
  case helpConflicts
  case alsoHere
  case delegationWithdrawn

  // Records of the workshop and of delegations
  case recordSet
  case recordRemoved
  case recordWorkshop
  case recordAgendaItem
  case recordParked
  case recordNextStep
  case recordRoom
  case recordSpeech
  case recordAttendance
  case recordExchange
  case recordUseful
  case recordFrame
  case recordDelegate
  case recordOffer
  case recordWish
  case recordCard
  case recordConsulted
  case recordSignOff
  case recordInterest
  case recordBaseline
  case recordFirstRound
}
